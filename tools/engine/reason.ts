/** Why something failed, in one line a person can read. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed"; what happened to the connection is in its cause.
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || codeOf(error) || error.name;
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
