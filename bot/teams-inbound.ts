import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';
import type { Journeys } from '../src/journeys/journeys.ts';
import type { OutreachTable } from '../src/store/shapes/outreach-table.ts';
import type { ConversationReference } from '../src/store/shapes/reference-table.ts';
import type { Store } from '../src/store/store.ts';
import { pressCard } from './actions/press-card.ts';
import { pressedOutreach } from './actions/pressed-outreach.ts';
import { isRefreshVerb } from './actions/refresh-card.ts';
import { refusalWords } from './actions/refusal-words.ts';
import type { CardAnswer } from './actions/run-action.ts';
import { answerInTime } from './answer-in-time.ts';
import type { CardSync } from './card-sync/card-sync.ts';
import type { DrawCobrowse } from './card-sync/draw-cobrowse.ts';
import type { DrawReply } from './card-sync/draw-reply.ts';
import { codedError } from './coded-error.ts';
import type { Reply } from './commands/command.ts';
import { runCommand } from './commands/run-command.ts';
import type { ConversationLanguages } from './conversation-languages.ts';
import { answerQuery, type InboundQuery } from './extension/answer-query.ts';
import type { ExtensionAnswer } from './extension/extension-answer.ts';
import { isCustomerVerb, pressCustomer } from './extension/press-customer.ts';
import { createWhoseChat } from './extension/whose-chat.ts';
import type { LinkDesk } from './links/link-desk.ts';
import { wordsOf } from './locales/words.ts';
import type { People } from './people/people.ts';
import type { Roster } from './people/roster.ts';
import type { ReferenceBook } from './reference-book.ts';
import type { TeamsUser } from './teams/teams-port.ts';
import type { Welcome } from './welcome.ts';

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
  /** Of who wrote, an IANA name; null: not told. */
  readonly timeZone: string | null;
}

interface InboundCardAction {
  /** As in `InboundFacts`; null for a group chat, where only cards of the message extension can be. */
  readonly reference: ConversationReference | null;
  readonly verb: string;
  readonly data: unknown;
  readonly user: TeamsUser;
  readonly activityId: string | null;
  /** The activity id of the card; null: not told. */
  readonly cardId: string | null;
  /** Of who pressed, an IANA name; null: not told. */
  readonly timeZone: string | null;
}

/** What Teams tells the bot, free of botbuilder's types. */
export interface TeamsInbound {
  /** What to answer; null when the message was answered before. */
  message(message: InboundMessage): Promise<Reply | null>;
  cardAction(action: InboundCardAction): Promise<CardAnswer>;
  /** Somebody searches from the compose box, also where the bot is not. */
  query(query: InboundQuery): Promise<ExtensionAnswer>;
  /**
   * The app was installed: in a personal chat, or for a team (the reference is the chosen or general channel). `anew`: it was not there
   * before; otherwise it was replaced by another version.
   */
  installed(reference: ConversationReference, anew: boolean): Promise<void>;
  removed(reference: ConversationReference): Promise<void>;
  /** Something else arrived from a conversation: its service address may have moved. */
  seen(reference: ConversationReference): Promise<void>;
}

export interface TeamsInboundParts {
  readonly store: Pick<Store, 'activities' | 'bursts' | 'cards' | 'references'> & {
    readonly outreaches: Pick<OutreachTable, 'get'>;
  };
  readonly book: ReferenceBook;
  readonly people: Pick<People, 'of'>;
  readonly linkDesk: LinkDesk;
  readonly roster: Pick<Roster, 'who' | 'closed'>;
  readonly welcome: Welcome;
  readonly journeys: Journeys;
  readonly drawReply: DrawReply;
  readonly drawCobrowse: DrawCobrowse;
  readonly cardSync: Pick<CardSync, 'freeze' | 'poke' | 'sweep'>;
  readonly languages: ConversationLanguages;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * What the bot does with everything Teams tells it. Teams delivers again when an answer is late: the same message is answered
 * once, the same press counts once.
 */
export function createTeamsInbound(parts: TeamsInboundParts): TeamsInbound {
  const {
    store,
    book,
    people,
    linkDesk,
    roster,
    welcome,
    journeys,
    drawReply,
    drawCobrowse,
    cardSync,
    languages,
    clock,
    log,
  } = parts;

  /** Activity ids are unique within their conversation only. */
  function firstTime(conversationId: string, activityId: string | null): Promise<boolean> {
    if (activityId === null) return Promise.resolve(true);
    return store.activities.firstSeen(`${conversationId} ${activityId}`, clock.now());
  }

  /** This very press or message, in this conversation or of this person where there is none. */
  function pressIdIn(place: string, activityId: string | null): string {
    return `${place} ${activityId ?? randomUUID()}`;
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

  const extension = {
    whoseChat: createWhoseChat(store.references),
    people,
    byHand: journeys.byHand,
    languages,
    clock,
    log,
  };

  /** A card of ours in a group chat is not where it was posted. */
  function notHere(): CardAnswer {
    const text = refusalWords(new ReachbackError('teams.action-unknown'), languages.atHand(null));
    return { kind: 'message', text };
  }

  async function press(action: InboundCardAction): Promise<CardAnswer> {
    const { verb, data, user, activityId, timeZone } = action;
    if (isCustomerVerb(verb)) {
      const pressId = pressIdIn(action.reference?.conversationId ?? user.id, activityId);
      return pressCustomer({ reference: action.reference, user, verb, data, pressId }, extension);
    }
    if (action.reference === null) return notHere();
    const reference = await noted(action.reference);
    const { locale } = await languages.of(reference);
    return pressCard({
      verb,
      data,
      user,
      reference,
      locale,
      timeZone,
      pressId: pressIdIn(reference.conversationId, activityId),
      firstTime: () => firstTime(reference.conversationId, activityId),
      person: () => people.of(user, reference),
      store,
      journeys,
      languages,
      linkDesk,
      drawReply,
      drawCobrowse,
      poke: cardSync.poke,
      log,
    });
  }

  return {
    async message({ text, user, reference: incoming, activityId, timeZone }) {
      if (!(await counted(incoming.conversationId, activityId))) return null;
      const reference = await noted(incoming);
      const { locale } = await languages.of(reference);
      const person = () => people.of(user, reference);
      const asked = {
        saidId: pressIdIn(reference.conversationId, activityId),
        reference,
        user,
        timeZone,
        locale,
        languages,
        journeys,
        person,
        linkDesk,
        roster,
        clock,
      };
      return runCommand(text, asked, log);
    },
    async cardAction(action) {
      // A refresh puts nothing in the card's place for anybody else, and must not bring about the next one.
      const outreachId = isRefreshVerb(action.verb) ? null : pressedOutreach(action.data);
      const { conversationId = null } = action.reference ?? {};
      const known = outreachId !== null && conversationId !== null;
      // Other cards that name an outreach are not its own.
      const ownCardId = action.verb.startsWith('outreach.') ? action.cardId : null;
      const freeze = known ? cardSync.freeze(outreachId, conversationId, ownCardId) : null;
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
    query: (query) => answerQuery(query, extension),
    async installed(reference, anew) {
      const place = await book.note(reference, 'installed');
      cardSync.sweep();
      if (anew && place.installed) await welcome.greet(place);
    },
    async removed(reference) {
      await book.removed(reference, clock.now());
      await welcome.forget(reference.conversationId);
    },
    async seen(reference) {
      await book.note(reference, 'seen');
    },
  };
}
