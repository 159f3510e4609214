/**
 * Loads the compiler and the reader of node_modules when `@pulumi/pulumi` first uses them. It needs them to serialize
 * functions, which no test does, and they are two thirds of the time in which a process of the engine starts.
 */
const Module = require("node:module");

const load = Module._load;
const late = new Set(["typescript", "@npmcli/arborist"]);
const sdk = /[\\/]@pulumi[\\/]pulumi[\\/]/;

Module._load = function (name, parent, ...rest) {
  const loadNow = () => load.call(this, name, parent, ...rest);
  if (!late.has(name) || !sdk.test(parent?.filename ?? "")) return loadNow();
  // A package that is missing is an error now, as without this file.
  Module._resolveFilename(name, parent);
  let loaded;
  const library = () => (loaded ??= loadNow());
  // With `__esModule` the importer takes it as it is, in place of a copy of each export.
  return new Proxy({}, { get: (_, key) => (key === "__esModule" ? true : library()[key]) });
};
