import type { Participant } from '../../conversation.ts';
import { isoTime } from '../../iso-time.ts';
import { type Leg, legStart } from '../../leg.ts';
import { camelCase } from './camel-case.ts';
import type { SegmentRecord } from './record.ts';

/** What a leg went through: it rang, was talked on, was parked and taken up again, and the agent wrapped up. */
export function segmentsOf({ purpose, queueId: own }: Participant, leg: Leg): SegmentRecord[] {
  const queueId = leg.queueId ?? own;
  const segment = (
    segmentType: SegmentRecord['segmentType'],
    from: number,
    to: number | undefined,
    more: Pick<SegmentRecord, 'disconnectType' | 'wrapUpCode' | 'wrapUpNote'> = {},
  ): SegmentRecord => ({
    segmentStart: isoTime(from),
    ...(to !== undefined && { segmentEnd: isoTime(to) }),
    segmentType,
    conference: false,
    ...(queueId !== undefined && { queueId }),
    ...more,
  });
  const { alertedAt, connectedAt, disconnectedAt, disconnectType, parks = [], wrapUp } = leg;
  const ending = disconnectType === undefined ? {} : { disconnectType: camelCase(disconnectType) };
  if (connectedAt === undefined) return [segment('alert', legStart(leg), disconnectedAt, ending)];

  const segments: SegmentRecord[] = [];
  if (alertedAt !== undefined) segments.push(segment('alert', alertedAt, connectedAt));
  const talking = purpose === 'api' ? 'system' : 'interact';
  let from: number | undefined = connectedAt;
  for (const park of parks) {
    if (from !== undefined) segments.push(segment(talking, from, park.from));
    const last = park.to === undefined || park.to === disconnectedAt;
    segments.push(segment('parked', park.from, park.to, last ? ending : {}));
    from = last ? undefined : park.to;
  }
  if (from !== undefined) segments.push(segment(talking, from, disconnectedAt, ending));
  if (wrapUp !== undefined) {
    const { code, note } = wrapUp;
    segments.push(
      segment('wrapup', wrapUp.from, wrapUp.to, {
        ...(code !== undefined && { wrapUpCode: code }),
        ...(note !== undefined && { wrapUpNote: note }),
      }),
    );
  }
  return segments;
}
