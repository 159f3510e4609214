/** An engine that takes every registration and remembers it, for the classes without a CLI. */
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

export interface Registration {
  readonly type: string;
  readonly name: string;
  /** Only where the program looks something up. */
  readonly id: string | undefined;
  /** The inputs that the engine is given. A property that holds a secret is marked as a whole. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Every resource made from here on is registered with mocks. */
export async function startMocks(run: "up" | "preview" = "up", project = "project"): Promise<void> {
  registrations.clear();
  const mocks: pulumi.runtime.Mocks = {
    call: () => ({}),
    newResource: ({ type, name, id, inputs }) => {
      const given = anyProperties.parse(inputs);
      registrations.set(name, { type, name, id: id === "" ? undefined : id, inputs: given });
      return { id: id === undefined || id === "" ? `${name}-id` : id, state: given };
    },
  };
  await pulumi.runtime.setMocks(mocks, project, "stack", run === "preview");
}

const anyProperties = z.record(z.string(), z.unknown());
const registrations = new Map<string, Registration>();

/** Returns the registration that the engine was given for a resource. */
export async function registrationOf(
  resource: pulumi.Resource & { readonly urn: pulumi.Output<string> },
): Promise<Registration> {
  const urn = await valueOf(resource.urn);
  const found = registrations.get(urn.split("::").at(-1) ?? "");
  if (found === undefined) throw new Error(`${urn} was never registered.`);
  return found;
}

export function valueOf<T>(output: pulumi.Output<T>): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve) => {
    pulumi.output(output).apply(resolve);
  });
}

/** The mark that the engine puts on a secret. */
export const secretMark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** Frozen through and through: whoever changes a part of it fails. */
export function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (isPlain(part)) frozen(part);
  return Object.freeze(value);
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    !pulumi.Output.isInstance(value) &&
    !(value instanceof Promise)
  );
}
