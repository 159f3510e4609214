/** What the codes of Node and OpenSSL say about a request that got no answer. */

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
  return isDistrust(code) || isUnwritable(code) || /^(ECONNREFUSED|ENOTFOUND|EAI_\w+)$/.test(code);
}

/** Where nothing was sent, the same next time: no such host, no trust, or nothing that a network would say. */
export function isHopeless(code: string): boolean {
  return code === "ENOTFOUND" || isTls(code) || isUnwritable(code) || /^(UNKNOWN$|ERR_GOT_)/.test(code);
}

function isUnwritable(code: string): boolean {
  return /^ERR_(INVALID|UNESCAPED)_/.test(code);
}
