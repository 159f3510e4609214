/** Names under which secrets stand, in what the API is sent and in what it answers. */

/** @param rest what else a name may be made of */
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

/** Text without the values that stand behind such a name. */
export function withoutNamedSecrets(text: string): string {
  return text.replace(NAMED_SECRET, "$1$2[redacted]");
}
