/** Who may import whom: see ARCHITECTURE.md. */
/** The resources: a folder of four files each. */
const resource = "(zone|project|destination|beacon|user|zone-set|destination-set)";
/** What a program loads of a set, whatever it is a set of. */
const setInProgram = "set/(resource|texts|packed|listing)";

const forbidden = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbidden("no-cycles", "Imports go one way.", {}, { circular: true }),
    forbidden("no-orphans-to-missing", "Every import resolves.", {}, { couldNotResolve: true }),
    forbidden(
      "emulator-knows-nothing-of-ours",
      "Provider and emulator meet over HTTP alone, so that neither hides the other's mistake.",
      { path: "^emulator/" },
      { path: "^(provider|files|cli|tools|tests|examples|bench)/" },
    ),
    forbidden(
      "nothing-of-ours-knows-the-emulator",
      "Only the command, tests and benches start it.",
      { path: "^(provider|files)/" },
      { path: "^(emulator|cli|tools|tests|examples|bench)/" },
    ),
    forbidden(
      "files-take-types-only",
      "Readers of files need the arguments' types and nothing that runs.",
      { path: "^files/" },
      { path: "^provider/", dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "public-classes-stay-light",
      "What a program imports is arguments and a stub; the work is done elsewhere, by package name.",
      {
        path: `^provider/(index|provider|stub|permanent|extra|point|mistake|seconds)\\.ts$|^provider/${resource}/(index|args|geofeatures|conditions|actions|points|shapes|beacons|geojson|moments|neighbours)\\.ts$|^provider/${setInProgram}\\.ts$`,
      },
      {
        path: `^provider/(lifecycle|ownership|schema|session|handlers|configuration|errors)|^provider/${resource}/(schema|lifecycle)\\.ts$|^provider/set/(?!resource|texts|packed|listing)`,
      },
    ),
    forbidden(
      "functions-load-at-first-call",
      "A program that calls none does not wait for what they need.",
      { path: "^provider/functions/[^/]+\\.ts$" },
      {
        path: "^provider/(lifecycle|ownership|schema|session|handlers|configuration)|^provider/functions/lookups/|zod",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbidden(
      "the-engine-sdk-stays-outside",
      "The handlers run without @pulumi/pulumi but for its types.",
      {
        path: `^provider/(handlers|permanent|configuration|errors|json)|^provider/(lifecycle|ownership|schema|session|geometry|functions/lookups)/|^provider/${resource}/(schema|lifecycle|guard|rules)|^provider/set/(?!resource|texts)`,
      },
      { path: "@pulumi/pulumi", dependencyTypesNot: ["type-only"] },
    ),
    forbidden(
      "schema-is-pure",
      "What is compared and how is policy: no requests, no configuration.",
      { path: "^provider/schema/" },
      { path: `^provider/(lifecycle|ownership|session|configuration|errors|set|${resource})` },
    ),
    forbidden(
      "session-knows-no-resource",
      "The session carries requests and knows nothing of what is in them.",
      { path: "^provider/session/" },
      { path: `^provider/(lifecycle|ownership|schema|set|${resource})/` },
    ),
    forbidden(
      "examples-use-the-package-by-name",
      "An example is what a user would write.",
      { path: "^examples/" },
      { path: "^(provider|files|emulator|cli|tools|tests|bench)/" },
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
