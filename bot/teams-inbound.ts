import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import type { ConversationReference, OutreachTable, Store } from '../src/store/store.ts';
import { isCandidatesVerb, pressCandidates } from './actions/press-candidates.ts';
import { languageVerb, pressLanguage } from './actions/press-language.ts';
import { pressedOutreach } from './actions/pressed-outreach.ts';
import { type CardAnswer, runAction } from './actions/run-action.ts';
import { answerInTime } from './answer-in-time.ts';
import type { CardSync } from './card-sync.ts';
import { codedError } from './coded-error.ts';
import type { Reply } from './commands/command.ts';
import { runCommand } from './commands/run-command.ts';
import type { ConversationLanguages } from './conversation-languages.ts';
import { wordsOf } from './locales/words.ts';
import type { People } from './people.ts';
import type { ReferenceBook } from './reference-book.ts';
import type { TeamsUser } from './teams/teams-port.ts';

/** Teams takes an answer to a press for three seconds, the way to it included. */
const pressPatienceMs = 2_000;

interface InboundFacts {
  /** The conversation it came from; for a channel the channel itself, never one thread of it. */
  readonly reference: ConversationReference;
}

interface InboundMessage extends InboundFacts {
  readonly text: string;
  readonly user: TeamsUser;
  readonly activityId: string | null;
}

interface InboundCardAction extends InboundFacts {
  readonly verb: string;
  readonly data: unknown;
  readonly user: TeamsUser;
  readonly activityId: string | null;
  /** Of who pressed, an IANA name; null: not told. */
  readonly timeZone: string | null;
}

/** What Teams tells the bot, free of botbuilder's types. */
export interface TeamsInbound {
  /** What to answer; null when the message was answered before. */
  message(message: InboundMessage): Promise<Reply | null>;
  cardAction(action: InboundCardAction): Promise<CardAnswer>;
  /** The app was installed: in a personal chat, or for a team (the reference is the chosen or general channel). */
  installed(reference: ConversationReference): Promise<void>;
  removed(reference: ConversationReference): Promise<void>;
  /** Something else arrived from a conversation: its service address may have moved. */
  seen(reference: ConversationReference): Promise<void>;
}

export interface TeamsInboundParts {
  readonly store: Pick<Store, 'activities'> & { readonly outreaches: Pick<OutreachTable, 'get'> };
  readonly book: ReferenceBook;
  readonly people: People;
  readonly journeys: Journeys;
  readonly cardSync: Pick<CardSync, 'freeze' | 'sweep'>;
  readonly languages: ConversationLanguages;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * What the bot does with everything Teams tells it. Teams delivers again when an answer is late: the same message is answered
 * once, the same press counts once.
 */
export function createTeamsInbound(parts: TeamsInboundParts): TeamsInbound {
  const { store, book, people, journeys, cardSync, languages, clock, log } = parts;

  /** Activity ids are unique within their conversation only. */
  function firstTime(conversationId: string, activityId: string | null): Promise<boolean> {
    if (activityId === null) return Promise.resolve(true);
    return store.activities.firstSeen(`${conversationId} ${activityId}`, clock.now());
  }

  /** A person gets an answer even while the store cannot be written. */
  async function noted(reference: ConversationReference): Promise<ConversationReference> {
    try {
      return await book.note(reference, 'spoken');
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      log.error({ code, err: error }, 'a conversation reference was not written down');
      return reference;
    }
  }

  async function counted(conversationId: string, activityId: string | null): Promise<boolean> {
    try {
      return await firstTime(conversationId, activityId);
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      log.error({ code, err: error }, 'a message could not be counted; it is answered all the same');
      return true;
    }
  }

  async function press(action: InboundCardAction): Promise<CardAnswer> {
    const { verb, data, user, activityId, timeZone } = action;
    const reference = await noted(action.reference);
    const { locale } = await languages.of(reference);
    const person = () => people.of(user, reference);
    if (verb === languageVerb) {
      return pressLanguage(data, { reference, locale, languages, journeys, person }, log);
    }
    if (isCandidatesVerb(verb)) return pressCandidates(verb, data, { person, journeys, locale, log });
    return runAction(verb, data, {
      person,
      firstTime: () => firstTime(reference.conversationId, activityId),
      pressId: `${reference.conversationId} ${activityId ?? randomUUID()}`,
      timeZone,
      decisions: journeys.decisions,
      followUps: journeys.followUps,
      outreaches: store.outreaches,
      locale,
      log,
    });
  }

  return {
    async message({ text, user, reference: incoming, activityId }) {
      if (!(await counted(incoming.conversationId, activityId))) return null;
      const reference = await noted(incoming);
      const { locale } = await languages.of(reference);
      const person = () => people.of(user, reference);
      return runCommand(text, { reference, locale, languages, journeys, person }, log);
    },
    async cardAction(action) {
      const outreachId = pressedOutreach(action.data);
      const { conversationId } = action.reference;
      const freeze = outreachId === null ? null : cardSync.freeze(outreachId, conversationId);
      let isLate = false;
      const work = press(action);
      work.catch((error) => {
        const { code } = codedError(error, 'teams.action-failed');
        if (isLate) log.error({ code, err: error }, 'a button answered for as under way was not carried out');
      });
      try {
        const answer = await answerInTime(work, { clock, ms: pressPatienceMs }, () => {
          isLate = true;
          log.warn({ code: 'teams.press-late', outreachId }, 'a press takes long; it is answered for now');
          const text = wordsOf(languages.atHand(action.reference))('press.late');
          return { kind: 'message', text } as const;
        });
        freeze?.thaw(answer.kind === 'card', answer.kind === 'card' && answer.late === true);
        return answer;
      } catch (error) {
        freeze?.thaw(false);
        throw error;
      }
    },
    async installed(reference) {
      await book.note(reference, 'installed');
      cardSync.sweep();
    },
    removed: (reference) => book.removed(reference, clock.now()),
    async seen(reference) {
      await book.note(reference, 'seen');
    },
  };
}
