/** The oldest Node.js that runs this package, as `engines` in package.json has it. */
export const OLDEST_NODE = "22.20";

/** A sentence where a version of Node.js is too old. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `pulumi-bluedot needs Node.js ${OLDEST_NODE} or newer, and this is Node.js ${version}; install a newer one and run again.`;
}
