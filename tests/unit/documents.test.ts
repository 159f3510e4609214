import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { z } from "zod";

import { nounOf, type Definition } from "../../provider/lifecycle/definition";
import { codeBlocks, withoutCodeBlocks } from "../code-blocks";
import { functionSchemas } from "../limits/tables/functions";
import { definitions } from "../resources";

const root = join(__dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const { files: shipped } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(read("package.json")));

const isShipped = (path: string) => shipped.some((entry) => path === entry || path.startsWith(`${entry}/`));

/** The anchors of a page, as GitHub and npm make them of its headings; one that comes again gets a number. */
function anchorsOf(page: string): string[] {
  const counts = new Map<string, number>();
  return [...withoutCodeBlocks(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** The links of a page that lead to no file of the package, or to no heading of it. */
function brokenLinks(path: string): string[] {
  const page = read(path);
  const links = [...withoutCodeBlocks(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : normalize(join(dirname(path), file));
      if (!isShipped(target) || !existsSync(join(root, target))) return true;
      return (
        anchor !== undefined &&
        !(statSync(join(root, target)).isFile() && anchorsOf(read(target)).includes(anchor))
      );
    });
}

describe("the documents", () => {
  const pages = globSync(["*.md", "docs/**/*.md", "examples/**/*.md"], { cwd: root });
  for (const page of pages.filter(isShipped)) {
    it(`link to files and headings of the package only: ${page}`, () => {
      expect(brokenLinks(page)).to.deep.equal([]);
    });
  }

  // Pasted into zsh, what follows `#` is an argument.
  for (const page of pages) {
    it(`have no comment in a command: ${page}`, () => {
      const commands = codeBlocks(read(page)).filter(({ language }) => language === "sh");
      expect(commands.map(({ text }) => text).join("\n")).not.to.match(/^[^#\n'"]*\s#/m);
    });
  }

  it("name the two commands of a fresh machine in README", () => {
    expect(read("README.md")).to.include("npm ci && npm run demo\n").and.to.include("npm ci && npm test\n");
  });

  it("name the tarball of this version in README", () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read("package.json")));
    expect(read("README.md").match(/pulumi-bluedot-[\d.]+\d\.tgz/g)).to.deep.equal([
      `pulumi-bluedot-${version}.tgz`,
    ]);
  });

  const folderOf = (definition: Definition) => `${nounOf(definition).replaceAll(" ", "-")}/`;
  const lists: [files: string, named: (definition: Definition) => string][] = [
    ["README.md", ({ noun }) => `\`${noun}\``],
    ["ARCHITECTURE.md", folderOf],
    ["docs/emulator.md", ({ collection }) => `\`${collection}\``],
    ["docs/reliability.md", nounOf],
    ["examples/README.md", nounOf],
    ["examples/account/index.ts", ({ noun }) => `new bluedot.${noun}(`],
    ["tests/acceptance/{tables/*,zone.test}.ts", ({ noun }) => `new bluedot.${noun}(`],
    ["tests/contract/*.test.ts", ({ collection }) => `"${collection}"`],
  ];
  for (const [files, named] of lists) {
    it(`name every resource, as do examples and tests: ${files}`, () => {
      const text = globSync(files, { cwd: root }).map(read).join("\n").toLowerCase();
      const names = Object.values(definitions).map((definition) => named(definition).toLowerCase());
      expect(names.filter((name) => !text.includes(name))).to.deep.equal([]);
    });
  }

  it("name every function in docs/helpers.md", () => {
    for (const name of Object.keys(functionSchemas))
      expect(read("docs/helpers.md")).to.include(`\`${name}\``);
  });

  // A path is in code, has a slash or an ending, and no blank; `<resource>` stands for any resource.
  const paths = [
    ...read("CONTRIBUTING.md").matchAll(/`([\w.<>/-]*(?:\/|\.(?:ts|md|json|cjs|yml))[\w.<>/-]*)`/g),
  ]
    .map(([, path = ""]) => path.replaceAll("<resource>", "user"))
    .filter((path) => !path.startsWith("@"));
  for (const path of new Set(paths)) {
    it(`name in CONTRIBUTING.md what exists: ${path}`, () => {
      expect(existsSync(join(root, path))).to.equal(true);
    });
  }
});

describe("the workflows", () => {
  const step = z.object({ uses: z.string().optional(), run: z.string().optional() });
  const job = z.object({ permissions: z.record(z.string(), z.string()).optional(), steps: z.array(step) });
  const workflow = z.object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(z.string(), job),
  });
  const named = globSync(".github/workflows/*.yml", { cwd: root }).map(
    (path) => [path, workflow.parse(parse(read(path)))] as const,
  );

  for (const [path, { permissions, jobs }] of named) {
    const all = Object.values(jobs);
    const steps = all.flatMap((each) => each.steps);

    it(`run .ci/run with actions of a fixed major version: ${path}`, () => {
      expect(steps.map(({ run }) => run)).to.include(".ci/run");
      for (const { uses } of steps) if (uses !== undefined) expect(uses).to.match(/^actions\/[\w-]+@v\d+$/);
    });

    it(`write nothing to the repository: ${path}`, () => {
      const granted = [permissions, ...all.map((each) => each.permissions ?? {})].flatMap((scopes) =>
        Object.entries(scopes).map(([scope, access]) => `${scope}: ${access}`),
      );
      // A publisher proves to npm which workflow it is.
      const allowed = ["contents: read", ...(path.endsWith("release.yml") ? ["id-token: write"] : [])];
      expect([...new Set(granted)]).to.have.members(allowed);
    });
  }
});

describe("the template of examples/first-zone", () => {
  const project = z.object({
    template: z.strictObject({
      displayName: z.string(),
      description: z.string(),
      config: z.record(
        z.string(),
        z.strictObject({
          description: z.string(),
          default: z.string().optional(),
          secret: z.boolean().optional(),
        }),
      ),
    }),
  });

  it("asks for the everyday configuration, and for the password as a secret", () => {
    const { template } = project.parse(parse(read("examples/first-zone/Pulumi.yaml")));
    expect(Object.keys(template.config)).to.deep.equal([
      "bluedot:region",
      "bluedot:email",
      "bluedot:password",
    ]);
    const secret = Object.entries(template.config).filter(([, { secret: isSecret }]) => isSecret === true);
    expect(secret.map(([key]) => key)).to.deep.equal(["bluedot:password"]);
  });
});
