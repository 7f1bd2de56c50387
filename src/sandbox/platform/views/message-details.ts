import { isoTime } from '../../iso-time.ts';
import type { Message } from '../../world/conversation.ts';

/** What every list of a leg's messages says of one, besides its id; never its text. */
export function messageDetails({ at, status, type = 'Text', content = [] }: Message) {
  return {
    messageTime: isoTime(at),
    messageSegmentCount: 1,
    messageStatus: status,
    media: [],
    stickers: [],
    messageMetadata: { type, events: [], content: content.map(({ contentType }) => ({ contentType })) },
  };
}
