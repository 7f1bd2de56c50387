import { createHmac } from 'node:crypto';

/**
 * The value of `X-Reachback-Signature`: the time of this try in epoch seconds and, for each secret in use, the HMAC-SHA256 of
 * `<time>.<body>` in hex: `t=…,v1=…,v1=…`. Whoever knows any one of the secrets can check it, so they can be changed one
 * side after the other; the time is signed too, so an old request cannot be sent again later. Pure.
 */
export function signBody(body: string, secrets: readonly string[], epochSeconds: number): string {
  const proofs = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${epochSeconds}.${body}`).digest('hex'),
  );
  return [`t=${epochSeconds}`, ...proofs.map((proof) => `v1=${proof}`)].join(',');
}
