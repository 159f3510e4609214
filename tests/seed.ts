import { randomInt } from "node:crypto";

/** The seed of what this run chooses by chance; `TEST_SEED` gives that of an earlier run, which printed it. */
export const seed = Number(process.env["TEST_SEED"] ?? randomInt(2 ** 31));
