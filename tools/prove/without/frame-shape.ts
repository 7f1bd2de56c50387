import { z } from 'zod';
import type { channelFrame as kept } from '../../../src/genesys/channel-frame.ts';

const anything = z.looseObject({ topicName: z.string(), eventBody: z.unknown() });

/** Takes every frame for one of the platform's. */
export const channelFrame: typeof kept = (text) => {
  const { topicName, eventBody } = anything.parse(JSON.parse(text));
  return { kind: 'event', topic: topicName, body: eventBody };
};
