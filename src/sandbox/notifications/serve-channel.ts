import type { RawData } from 'ws';
import { z } from 'zod';
import type { Channel } from './channel.ts';
import { metadataFrame } from './system-frames.ts';
import type { JudgedTopic } from './topics.ts';

const ping = z.looseObject({ message: z.literal('ping') });
const subscribe = z.looseObject({ message: z.literal('subscribe'), correlationId: z.unknown().optional() });
const topicsOf = z.object({ topics: z.array(z.string()) });

interface Needs {
  readonly channel: Channel;
  /** Undefined when the channel is over. */
  readonly judge: (topics: readonly string[]) => JudgedTopic[] | undefined;
  /** Adds the topics; false when that would be too many. */
  readonly add: (topics: readonly string[]) => boolean;
}

/**
 * The answer to what a client sends on a notification socket: the pong to a ping, the result of a subscription in band, with
 * its numbers as strings; undefined for everything else, which is dropped (unverified).
 */
export function answerChannel(data: RawData, { channel, judge, add }: Needs): string | undefined {
  const frame = parsed(data.toString());
  if (ping.safeParse(frame).success) return metadataFrame('pong');
  const asked = subscribe.safeParse(frame);
  if (!asked.success) return undefined;
  const { correlationId } = asked.data;
  const answer = (result: string, status: string, more: object = {}): string =>
    JSON.stringify({ result, status, ...(correlationId !== undefined && { correlationId }), ...more });

  const read = topicsOf.safeParse(frame);
  if (!read.success) return answer('400', 'error', { message: 'topics must be a list of topic names' });
  const judged = judge(read.data.topics);
  if (judged === undefined) return answer('404', 'error', { message: `channel ${channel.id} not found` });
  const invalid = judged.find(({ verdict }) => verdict === 'invalid');
  if (invalid?.verdict === 'invalid') return answer('400', 'failure', { message: invalid.reason });
  // unverified: that a missing permission is told as 403, and that the topics are added to those there are.
  const forbidden = judged.find(({ verdict }) => verdict === 'forbidden');
  if (forbidden?.verdict === 'forbidden')
    return answer('403', 'failure', { message: `missing permissions: ${forbidden.missing.join(', ')}` });
  if (!add(read.data.topics)) return answer('400', 'failure', { message: 'too many topics' });
  return answer('200', 'subscribed', { topics: read.data.topics });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
