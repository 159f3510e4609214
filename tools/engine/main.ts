/** Prints where the engine is and where it came from, after getting it if need be: `tsx tools/engine/main.ts`. */
import { findEngine } from "./find";
import { reasonOf } from "./reason";

findEngine().then(
  ({ folder, version, origin }) => {
    console.log(`folder: ${folder}\nversion: ${version}\norigin: ${origin}`);
  },
  (error: unknown) => {
    console.error(reasonOf(error));
    process.exitCode = 1;
  },
);
