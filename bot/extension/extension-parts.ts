import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { ByHand } from '../../src/journeys/on-request/writing-by-hand.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { People } from '../people/people.ts';
import type { WhoseChat } from './whose-chat.ts';

/** What the message extension works with. */
export interface ExtensionParts {
  readonly whoseChat: WhoseChat;
  readonly people: Pick<People, 'of'>;
  readonly byHand: Pick<ByHand, 'search' | 'request'>;
  readonly languages: ConversationLanguages;
  readonly clock: Clock;
  readonly log: Logger;
}
