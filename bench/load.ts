/** How long a fresh process takes to load a package, over what `@pulumi/pulumi` takes. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import type { Figures } from "./scenario";
import { median } from "./statistics";

export const packages = ["pulumi-bluedot", "pulumi-bluedot/handlers"] as const;

/** The package's name: milliseconds. */
export function load(): Promise<Figures> {
  return Promise.resolve(Object.fromEntries(packages.map((name) => [name, millisecondsOver(name, 3)])));
}

function millisecondsOver(specifier: string, runs: number): number {
  const script = `
    require("@pulumi/pulumi");
    const start = performance.now();
    require(${JSON.stringify(specifier)});
    console.log(performance.now() - start);`;
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ["-e", script], { cwd: join(__dirname, ".."), encoding: "utf8" })),
  );
  return median(times);
}
