import type { Participant } from '../../world/conversation.ts';
import { type DisconnectType, type Leg, legStart } from '../../world/leg.ts';
import type { SegmentRecord } from './record.ts';

/** One stretch of a leg; times are epoch ms, `to` is absent while it goes on. */
export interface Span {
  readonly type: SegmentRecord['segmentType'];
  readonly from: number;
  readonly to?: number | undefined;
  readonly disconnectType?: DisconnectType | undefined;
  readonly wrapUpCode?: string | undefined;
  readonly wrapUpNote?: string | undefined;
}

/** What a leg went through: it rang, was talked on, was parked and taken up again, and the agent wrapped up. */
export function spansOf({ purpose }: Participant, leg: Leg): Span[] {
  const { alertedAt, connectedAt, disconnectedAt, disconnectType, parks = [], wrapUp } = leg;
  if (connectedAt === undefined) {
    return [{ type: 'alert', from: legStart(leg), to: disconnectedAt, disconnectType }];
  }
  const spans: Span[] = [];
  if (alertedAt !== undefined) spans.push({ type: 'alert', from: alertedAt, to: connectedAt });
  const type = purpose === 'api' ? 'system' : 'interact';
  let from: number | undefined = connectedAt;
  for (const park of parks) {
    if (from !== undefined) spans.push({ type, from, to: park.from });
    const last = park.to === undefined || park.to === disconnectedAt;
    spans.push({ type: 'parked', from: park.from, to: park.to, ...(last && { disconnectType }) });
    from = last ? undefined : park.to;
  }
  if (from !== undefined) spans.push({ type, from, to: disconnectedAt, disconnectType });
  if (wrapUp !== undefined) {
    const { code, note } = wrapUp;
    spans.push({ type: 'wrapup', from: wrapUp.from, to: wrapUp.to, wrapUpCode: code, wrapUpNote: note });
  }
  return spans;
}
