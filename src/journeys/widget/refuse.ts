import { ReachbackError } from '../../errors/reachback-error.ts';
import type { WidgetRefusal } from './widget-refusal.ts';

/** The error of a refusal; `field` names what of the request it is about. */
export function refuse(
  code: WidgetRefusal,
  facts: Readonly<Record<string, string | number>> = {},
): ReachbackError {
  return new ReachbackError(code, { facts });
}
