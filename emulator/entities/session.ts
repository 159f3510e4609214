/** The accounts, and the tokens that are valid. */
import { randomBytes, randomUUID } from "node:crypto";

import type { Environment } from "../environment";

/** Somebody who may sign in. */
export interface Account {
  /** The email address of `POST /sessions`. */
  readonly email: string;
  /** Its password. */
  readonly password: string;
  /**
   * The name of a challenge, for an account that demands a second factor: its sign-in is answered without an
   * `accessToken`, with `challengeName` and `session` instead.
   *
   * @example "SMS_MFA"
   */
  readonly secondFactor?: string;
}

export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
}

interface SignIn {
  readonly number: number;
  readonly email: string;
  /** Milliseconds since 1970. */
  expires: number;
}

const refreshLifeSeconds = 60 * 24 * 3600;
/** Old tokens are thrown away once there are more than this. */
const manyTokens = 10_000;

export class Sessions {
  readonly #access = new Map<string, SignIn>();
  readonly #refresh = new Map<string, SignIn>();
  #count = 0;

  constructor(
    readonly accounts: readonly Account[],
    readonly tokenLifeSeconds: number,
    readonly now: Environment["now"],
  ) {}

  /** The account these credentials open, if any. */
  accountFor(email: unknown, password: unknown): Account | undefined {
    return this.accounts.find((account) => account.email === email && account.password === password);
  }

  signIn({ email }: Account): Tokens & { refreshToken: string } {
    this.#forgetOld();
    this.#count += 1;
    const tokens = this.#issue(email, this.#count);
    const refreshToken = token({ token_use: "refresh", email });
    const expires = this.now() + refreshLifeSeconds * 1000;
    this.#refresh.set(refreshToken, { number: this.#count, email, expires });
    return { ...tokens, refreshToken };
  }

  /** New tokens of the same sign-in; undefined for a refresh token that is unknown or too old. */
  refresh(refreshToken: string): Tokens | undefined {
    const found = this.#refresh.get(refreshToken);
    if (found === undefined || found.expires <= this.now()) return undefined;
    return this.#issue(found.email, found.number);
  }

  /** Ends a sign-in with all its tokens and returns its e-mail address; undefined for an unknown token. */
  signOut(accessToken: string): string | undefined {
    const found = this.#access.get(accessToken);
    if (found === undefined) return undefined;
    for (const tokens of [this.#access, this.#refresh])
      for (const [key, { number }] of tokens) if (number === found.number) tokens.delete(key);
    return found.email;
  }

  accepts(accessToken: string | undefined): boolean {
    const found = accessToken === undefined ? undefined : this.#access.get(accessToken);
    return found !== undefined && found.expires > this.now();
  }

  /** The number of the sign-in of a token, from 1; the token may have expired. */
  numberOf(accessToken: string): number | undefined {
    return this.#access.get(accessToken)?.number;
  }

  /** Refuses every access token issued so far. */
  expireTokens(): void {
    for (const signIn of this.#access.values()) signIn.expires = 0;
  }

  clear(): void {
    this.#access.clear();
    this.#refresh.clear();
    this.#count = 0;
  }

  #issue(email: string, number: number): Tokens {
    const expires = this.now() + this.tokenLifeSeconds * 1000;
    const accessToken = token({ token_use: "access", email, exp: Math.floor(expires / 1000) });
    this.#access.set(accessToken, { number, email, expires });
    return { idToken: token({ token_use: "id", email }), accessToken };
  }

  #forgetOld(): void {
    if (this.#access.size <= manyTokens) return;
    for (const tokens of [this.#access, this.#refresh])
      for (const [key, { expires }] of tokens) if (expires <= this.now()) tokens.delete(key);
  }
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
}

/** Shaped like the JSON Web Token that the API issues; signed with nothing. */
function token(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg: "RS256", typ: "JWT" }), part({ ...claims, jti: randomUUID() }), secret()].join(".");
}

function secret(): string {
  return randomBytes(64).toString("base64url");
}
