/** Limits of files, counted before any work: what is larger is no file of zones. */

/** Bytes. */
export const mostBytes = 256 * 1024 * 1024;

export const mostFeatures = 1_000_000;
