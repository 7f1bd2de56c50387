import type { ErrorCode } from '../../src/errors/catalogue.ts';

/** The HTTP status of each refusal of a widget's request; it will not compile without one. */
const statuses: Record<Extract<ErrorCode, `widget.${string}`>, number> = {
  'widget.bad-origin': 403,
  'widget.request-malformed': 400,
  'widget.too-many-requests': 429,
  'widget.assertion-missing': 401,
  'widget.assertion-malformed': 400,
  'widget.bad-signature': 401,
  'widget.unknown-key': 401,
  'widget.algorithm-refused': 401,
  'widget.expired': 401,
  'widget.not-yet-valid': 401,
  'widget.lives-too-long': 401,
  'widget.wrong-audience': 401,
  'widget.wrong-issuer': 401,
  'widget.wrong-scope': 403,
  'widget.malformed-id': 400,
  'widget.replayed': 401,
  'widget.unknown-user': 403,
  'widget.two-people': 409,
  'widget.attributes-too-large': 400,
  'widget.revoked': 401,
  'widget.visit-over': 401,
  'widget.site-keys-unavailable': 503,
  'widget.busy': 503,
  'widget.start-not-offered': 409,
  'widget.start-scope': 502,
  'widget.start-unknown': 409,
  'widget.token-missing': 401,
  'widget.token-malformed': 400,
};

/** The status an error is answered with: its own, 401 where only a new sign-in helps, 503 where asking again does, else 502. */
export function widgetStatus(code: ErrorCode, retry: 'safe' | 'never' | 'unknown'): number {
  if (isRefusal(code)) return statuses[code];
  if (code === 'genesys.widget.exchange-refused' || code === 'genesys.widget.refresh-refused') return 401;
  return retry === 'never' ? 502 : 503;
}

function isRefusal(code: ErrorCode): code is keyof typeof statuses {
  return code in statuses;
}
