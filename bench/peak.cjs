/**
 * Loaded into every Node.js process of a run: the one of the dynamic providers writes into the file BENCH_PEAK how much
 * memory it had at its highest, in kilobytes, when the engine ends it.
 */
const { readFileSync, writeFileSync } = require("node:fs");

if (process.argv[1]?.includes("dynamic-provider")) {
  process.on("SIGINT", () => process.exit(130));
  process.on("exit", () => writeFileSync(process.env.BENCH_PEAK, String(peak())));
}

function peak() {
  try {
    // The peak of getrusage includes the memory of the process that started this one.
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
