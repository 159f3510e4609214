/** The codes of Node, of OpenSSL and of our own for a request without an answer. */

/** Our own code: the answer is longer than the limit. */
export const TOO_LARGE = "ANSWER_TOO_LARGE";

/** Our own codes: the proxy of the environment is not valid, or refused to connect, with its status. */
export const PROXY_ADDRESS = "PROXY_ADDRESS";
export const proxyRefusal = (status: number) => `PROXY_${status}`;

export function isProxyRefusal(code: string): boolean {
  return /^PROXY_\d/.test(code);
}

/** The certificate is not trusted: it is verified before the first byte of the request. */
function isDistrust(code: string): boolean {
  return (
    /^(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_|UNABLE_TO_|CRL_|ERROR_IN_C|INVALID_(CA|PURPOSE)$|PATH_LENGTH_)/.test(
      code,
    ) || /^(HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/.test(code)
  );
}

/** TLS failed: before the request, most often by the certificate, or during it. */
export function isTls(code: string): boolean {
  return isDistrust(code) || /^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code);
}

/** Failures after which it is certain that no byte of the request was sent. */
export function isBeforeSending(code: string): boolean {
  return isDistrust(code) || isUnwritable(code) || /^(PROXY_\w+|ECONNREFUSED|ENOTFOUND|EAI_\w+)$/.test(code);
}

/** Failures before sending that a retry would meet again: an unknown host, no trust, or no code of a network. */
export function isPermanent(code: string): boolean {
  return (
    code === "ENOTFOUND" ||
    isTls(code) ||
    isUnwritable(code) ||
    /^(UNKNOWN$|ERR_GOT_|PROXY_(ADDRESS|4))/.test(code)
  );
}

function isUnwritable(code: string): boolean {
  return /^ERR_(INVALID|UNESCAPED)_/.test(code);
}
