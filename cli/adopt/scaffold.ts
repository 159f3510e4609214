/** The files around a Pulumi program: project, package, compiler options and secrets. */
import { dataReader } from "./data";
import type { File } from "./folder";
import type { Secrets } from "./secrets";

export const leftOutPath = "not-adopted.txt";

export function scaffold(
  sources: readonly File[],
  { values }: Secrets,
  { leftOut, version }: { leftOut: readonly string[]; version: string },
): File[] {
  const modules = sources.filter(({ path }) => path.endsWith(".ts")).map(({ path }) => path.slice(0, -3));
  return [
    { path: "index.ts", text: modules.map((module) => `import "./${module}";\n`).join("") },
    ...(sources.some(({ data }) => data) ? [dataReader] : []),
    { path: "Pulumi.yaml", text: PROJECT_FILE },
    { path: "package.json", text: json(packageFile(version)) },
    { path: "tsconfig.json", text: json(TSCONFIG) },
    { path: ".gitignore", text: "node_modules/\nimport.json\nsecrets*.json\n" },
    ...(leftOut.length === 0 ? [] : [{ path: leftOutPath, text: `${leftOut.join("\n")}\n` }]),
    ...secretsFiles([...values]),
  ];
}

/** Secrets are passed on a command line, which some systems limit. */
const MAX_SECRET_BYTES = 30_000;

/** Files for `pulumi config set-all --json`. */
function secretsFiles(values: readonly (readonly [key: string, value: string])[]): File[] {
  const parts: Record<string, object>[] = [];
  let room = 0;
  for (const [key, value] of values) {
    const name = `${projectName}:${key}`;
    const size = Buffer.byteLength(json({ [name]: { value, secret: true } }));
    const last = parts.at(-1);
    if (last === undefined || size > room) {
      parts.push({ [name]: { value, secret: true } });
      room = MAX_SECRET_BYTES - size;
    } else {
      last[name] = { value, secret: true };
      room -= size;
    }
  }
  return parts.map((part, at) => ({
    path: at === 0 ? "secrets.json" : `secrets-${at + 1}.json`,
    text: json(part),
    secret: true,
  }));
}

/** Other than `bluedot`, the namespace of the provider's configuration. */
const projectName = "bluedot-account";

const PROJECT_FILE = `name: ${projectName}
description: Bluedot as code.
runtime: nodejs
options:
  refresh: always
`;

function packageFile(version: string): object {
  return {
    name: projectName,
    private: true,
    dependencies: { "@pulumi/pulumi": "^3.270.0", "pulumi-bluedot": `^${version}` },
    devDependencies: { "@types/node": "^24.0.0", typescript: "~6.0" },
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
    rootDir: ".",
  },
  files: ["index.ts"],
};

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
