import type { WidgetRefusal } from './widget-refusal.ts';

/** What is forgiven of the difference between two clocks. */
const skewMs = 30_000;

/** Whether a token holds now by its times (`iat`, `nbf`, `exp` in seconds); null: it does. Pure. */
export function timeVerdict(
  { iat, nbf, exp }: { iat: number; nbf: number | null; exp: number },
  now: number,
): WidgetRefusal | null {
  const seconds = now / 1_000;
  const skew = skewMs / 1_000;
  if (Math.max(iat, nbf ?? iat) > seconds + skew) return 'widget.not-yet-valid';
  return exp + skew <= seconds ? 'widget.expired' : null;
}
