/** How long a fresh process takes to load a package, over what `@pulumi/pulumi` takes. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { median } from "./statistics";

export function millisecondsOver(specifier: string, runs: number): number {
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
