/** The messages from a process that runs test files to the process that started it. */
import { z } from "zod";

export const message = z.union([
  /** The title of the test or hook that begins. */
  z.object({ begins: z.string() }),
  /** A file has ended. */
  z.object({ passed: z.number(), failures: z.array(z.string()) }),
]);

export type Message = z.output<typeof message>;
