/** The names of secret fields in requests and answers. */

/** @param rest a pattern for the other characters of a name */
const pattern = (rest: string) => `headers|${rest}keys?|${rest}(?:password|secret|token|credential)${rest}`;

const SECRET_NAME = new RegExp(`^(?:${pattern(".*")})$`, "is");
/** `"accessToken":"…"`, also as JSON within JSON, and `token=…`. */
const NAMED_SECRET = new RegExp(
  String.raw`(?<![\w-])(${pattern(String.raw`[\w-]*`)})(\\*["']?\s*[:=]\s*\\*["']?)[^"'\\\s,}]+`,
  "gi",
);

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The text with the value of each such name redacted. */
export function withoutNamedSecrets(text: string): string {
  return text.replace(NAMED_SECRET, "$1$2[redacted]");
}
