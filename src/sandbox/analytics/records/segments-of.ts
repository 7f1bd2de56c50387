import { isoTime } from '../../iso-time.ts';
import type { Participant } from '../../world/conversation.ts';
import type { Leg } from '../../world/leg.ts';
import { camelCase } from './camel-case.ts';
import type { SegmentRecord } from './record.ts';
import { type Span, spansOf } from './spans-of.ts';

/** The stretches of a leg as analytics records them. */
export function segmentsOf(participant: Participant, leg: Leg): SegmentRecord[] {
  const queueId = leg.queueId ?? participant.queueId;
  return spansOf(participant, leg).map(
    ({ type, from, to, disconnectType, wrapUpCode, wrapUpNote }: Span): SegmentRecord => ({
      segmentStart: isoTime(from),
      ...(to !== undefined && { segmentEnd: isoTime(to) }),
      segmentType: type,
      conference: false,
      ...(queueId !== undefined && { queueId }),
      ...(disconnectType !== undefined && { disconnectType: camelCase(disconnectType) }),
      ...(wrapUpCode !== undefined && { wrapUpCode }),
      ...(wrapUpNote !== undefined && { wrapUpNote }),
    }),
  );
}
