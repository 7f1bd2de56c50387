import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a webhook's bytes bear the signature `sha256=` and the base64 HMAC-SHA256 of them under the integration's secret (platform documentation of
 * outbound open messages). Takes the same time whichever byte differs. Pure.
 */
export function isSigned(rawBody: Buffer, signature: string, secret: string): boolean {
  const told = /^sha256=([A-Za-z0-9+/]{43}=)$/.exec(signature)?.[1];
  if (told === undefined) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), Buffer.from(told, 'base64'));
}
