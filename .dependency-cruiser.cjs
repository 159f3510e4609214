/** Which folder may import which: see ARCHITECTURE.md. The resources are found, so that a new one is covered by itself. */
const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const provider = join(__dirname, "provider");
const resources = readdirSync(provider).filter((name) =>
  ["args.ts", "definition.ts"].every((file) => existsSync(join(provider, name, file))),
);
/** The folder of any resource or set. */
const resource = `(${resources.join("|")})`;
/** The files of a resource that only the handlers load; all others are loaded by a program. */
const ofHandlers = `^provider/${resource}/(schema|definition|guard|rules)`;
/** The layers below the resources, from the lowest up. */
const layers = [
  "geometry",
  "provider/schema",
  "provider/location",
  "provider/api",
  "provider/(lifecycle|ownership)",
  "provider/set",
];
/** The files of provider/dynamic that a program loads. */
const dynamicInProgram =
  "provider/dynamic/(base-resource|base-set|serialize-set|secret-paths|state-contract|provider)\\.ts$";
/** The only files of provider/set that a program loads. */
const setInProgram = "(state-format|counts)";

const forbidden = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbidden("no-cycles", "Imports go one way.", {}, { circular: true }),
    forbidden("no-orphans-to-missing", "Every import resolves.", {}, { couldNotResolve: true }),
    ...layers.map((layer, at) =>
      forbidden(
        `${layer}-imports-downwards`,
        "A layer knows nothing of those above it, of resources, or of how Pulumi's dynamic resources work.",
        { path: `^${layer}/` },
        {
          path: [
            ...layers.slice(at + 1),
            "provider/dynamic",
            "provider/program",
            "provider/lookups",
            `provider/${resource}`,
          ].map((above) => `^${above}/`),
        },
      ),
    ),
    forbidden(
      "geometry-stands-alone",
      "Areas and outlines are pure functions on plain points.",
      { path: "^geometry/" },
      { path: "^(?!geometry/|node_modules/)", pathNot: "^(node:|[a-z_/]+$)" },
    ),
    forbidden(
      "emulator-knows-nothing-of-ours",
      "Provider and emulator meet over HTTP alone, so that neither hides the other's mistake.",
      { path: "^emulator/" },
      { path: "^(provider|geometry|geojson|files|plan|fences|map|cli|tools|tests|examples|bench)/" },
    ),
    forbidden(
      "nothing-of-ours-knows-the-emulator",
      "Only the command, tests and benches start it.",
      { path: "^(provider|geometry|geojson|files|plan|fences|map)/" },
      { path: "^(emulator|cli|tools|tests|examples|bench)/" },
    ),
    forbidden(
      "files-take-types-only",
      "Readers of files need the arguments' types, and of what runs only small parts that all share.",
      { path: "^files/" },
      {
        path: "^provider/",
        pathNot: "^provider/(json|printable|suggestions|program/usage-error)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbidden(
      "geojson-is-shared",
      "fromGeoJson and the readers of files share it, so that it knows neither.",
      { path: "^geojson/" },
      { path: "^(files|plan|fences|map|cli)/|^provider/(?!(json|printable|program/usage-error)\\.ts$)" },
    ),
    forbidden(
      "the-provider-knows-no-files-plans-or-maps",
      "A program that reads no file and draws no map loads none of this.",
      { path: "^(provider|geometry)/" },
      { path: "^(files|plan|fences|map)/" },
    ),
    forbidden(
      "fences-stand-on-geometry",
      "Fence tests judge plain zones, wherever they come from. Words that are close are found as everywhere.",
      { path: "^fences/" },
      { path: "^(provider/(?!(suggestions|json)\\.ts)|(plan|map)/)", dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "plans-are-read-without-the-provider",
      "A plan is data of the engine; nothing of the provider runs to read it.",
      { path: "^plan/" },
      { path: "^(files|fences|map)/|^provider/(?!json|set/state-format|dynamic/state-contract)" },
    ),
    forbidden(
      "programs-stay-light",
      "A program loads arguments and base classes; the handlers are loaded elsewhere, by package name.",
      {
        path: [
          "^provider/(index|extra-fields|point|seconds)\\.ts$",
          `^${dynamicInProgram}`,
          `^provider/${resource}/`,
          `^provider/set/${setInProgram}\\.ts$`,
        ],
        pathNot: ofHandlers,
      },
      {
        path: [
          "^provider/(lifecycle|ownership|schema|api)/",
          "^provider/(handlers|configuration|errors)",
          "^provider/dynamic/(handler|set-handler)",
          "^provider/set/",
          ofHandlers,
        ],
        pathNot: `^provider/set/${setInProgram}\\.ts$`,
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbidden(
      "lookups-load-at-first-call",
      "A program that calls no function does not wait for what they need.",
      { path: "^provider/lookups/[^/]+\\.ts$" },
      {
        path: "^provider/(lifecycle|ownership|schema|api|handlers|configuration)|zod",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbidden(
      "queries-load-at-first-call",
      "Only `invoke.ts` loads the queries, inside a function.",
      { path: "^provider/", pathNot: "^provider/lookups/(queries/|invoke\\.ts$)" },
      { path: "^provider/lookups/queries/", dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "only-dynamic-knows-pulumi",
      "The layers and definitions run without @pulumi/pulumi, so that another adapter may stand beside provider/dynamic.",
      {
        path: [
          ...layers.map((layer) => `^${layer}/`),
          ofHandlers,
          "^provider/lookups/queries/",
          "^provider/(handlers|configuration|errors|json)",
        ],
      },
      { path: "@pulumi/pulumi" },
    ),
    forbidden(
      "schema-is-pure",
      "What is compared and how is policy: no requests, no configuration.",
      { path: "^provider/schema/" },
      { path: "^provider/(configuration|errors)|^provider/api/" },
    ),
    forbidden(
      "examples-use-the-package-by-name",
      "An example is what a user would write.",
      { path: "^examples/" },
      { path: "^(provider|geometry|geojson|files|plan|fences|map|emulator|cli|tools|tests|bench)/" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^dist" },
    exclude: { path: "^dist|node_modules/\\.bin" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
