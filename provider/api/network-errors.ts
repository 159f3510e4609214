/** What the codes of Node, of OpenSSL and of our own say about a request that got no answer. */

/** Of our own: the answer is longer than what is read. */
export const TOO_LARGE = "ANSWER_TOO_LARGE";

/** Of our own: the proxy of the environment cannot be used, or refused to connect, with its status. */
export const PROXY_ADDRESS = "PROXY_ADDRESS";
export const proxyRefusal = (status: number) => `PROXY_${status}`;

export function isProxyRefusal(code: string): boolean {
  return /^PROXY_\d/.test(code);
}

/** The certificate is not trusted: it is judged before the first byte of the request. */
function isDistrust(code: string): boolean {
  return (
    /^(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_|UNABLE_TO_|CRL_|ERROR_IN_C|INVALID_(CA|PURPOSE)$|PATH_LENGTH_)/.test(
      code,
    ) || /^(HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/.test(code)
  );
}

/** TLS failed: before the request, most often because of the certificate, or in its middle. */
export function isTls(code: string): boolean {
  return isDistrust(code) || /^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code);
}

/** Failures of which it is certain that nothing of the request had left. */
export function isBeforeSending(code: string): boolean {
  return isDistrust(code) || isUnwritable(code) || /^(PROXY_\w+|ECONNREFUSED|ENOTFOUND|EAI_\w+)$/.test(code);
}

/** Where nothing was sent, the same next time: no such host, no trust, or nothing that a network would say. */
export function isHopeless(code: string): boolean {
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
