/**
 * The engine's log at its highest verbosity holds every property that the engine carries, with secrets in
 * clear. This does not depend on the provider. A provider that does nothing shows which lines those are.
 */
import * as pulumi from "@pulumi/pulumi";

import type { Search } from "./canaries";
import type { Program } from "./stack";

/** Returns the kind of a log line: its text without the value and without what differs from run to run. */
function kindOf(line: string): string {
  const [kind = ""] = line.replace(/^.*"msg":"/, "").split(/\]: |; err/);
  return kind.replace(/0x[0-9a-f]+/g, "0x").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id");
}

/** The lines of a trace in which a secret stands, by kind, each once. */
export function kindsOf(trace: string, search: Search): string[] {
  return [
    ...new Set(trace.split("\n").flatMap((line) => (search(line).length > 0 ? [kindOf(line)] : []))),
  ].sort();
}

/** The same program with a provider that does nothing; `LOOKED_UP` of its environment is what it finds by id. */
export function withNothing(program: Program): Program {
  return () => {
    pulumi.runtime.registerStackTransformation(({ type, props, opts }) =>
      type.startsWith("pulumi-nodejs:dynamic/")
        ? { props: { ...props, __provider: nothing }, opts }
        : undefined,
    );
    return program();
  };
}

/** A provider that keeps what it is given, and says of what it looks up that it holds a secret too. */
const nothing = `exports.handler = () => {
  const seen = (props) => ({ ...props, ...(props.name ? {} : JSON.parse(process.env.LOOKED_UP)) });
  return {
    check: async (olds, news) => ({ inputs: news }),
    diff: async () => ({}),
    create: async (inputs) => ({ id: crypto.randomUUID(), outs: inputs }),
    read: async (id, props) => ({ id, props: seen(props), inputs: seen(props) }),
    update: async (id, olds, news) => ({ outs: news }),
    delete: async () => {},
  };
}`;
