/** What a Pulumi program has beside its own files. */
import type { File } from "./folder";
import type { Secrets } from "./secrets";

export function scaffold(sources: readonly File[], secrets: Secrets, leftOut: readonly string[]): File[] {
  const modules = sources
    .filter(({ path }) => path.endsWith(".ts"))
    .map(({ path }) => path.replace(/\.ts$/, ""));
  return [
    { path: "index.ts", text: modules.map((module) => `import "./${module}";\n`).join("") },
    { path: "Pulumi.yaml", text: PROJECT_FILE },
    { path: "package.json", text: json(PACKAGE) },
    { path: "tsconfig.json", text: json(TSCONFIG) },
    { path: ".gitignore", text: "node_modules/\nimport.json\nsecrets.json\n" },
    ...(leftOut.length === 0 ? [] : [{ path: "not-adopted.txt", text: `${leftOut.join("\n")}\n` }]),
    ...(secrets.values.size === 0
      ? []
      : [{ path: "secrets.json", text: json(valuesOf(secrets)), secret: true }]),
  ];
}

/** As `pulumi config set-all --json` takes them. */
function valuesOf({ values }: Secrets): object {
  return Object.fromEntries(
    [...values].map(([key, value]) => [`${projectName}:${key}`, { value, secret: true }]),
  );
}

/** Not `bluedot`: under that the provider's own configuration stands. */
const projectName = "bluedot-account";

const PROJECT_FILE = `name: ${projectName}
description: Bluedot as code.
runtime: nodejs
options:
  refresh: always
`;

const PACKAGE = {
  name: projectName,
  private: true,
  dependencies: { "@pulumi/pulumi": "^3.270.0", "pulumi-bluedot": "^0.2.0" },
  devDependencies: { "@types/node": "^24.0.0", typescript: "~6.0" },
};

const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
  },
  files: ["index.ts"],
};

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
