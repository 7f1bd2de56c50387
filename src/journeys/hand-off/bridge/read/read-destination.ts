import { isCaseOf } from '../../../../errors/is-case-of.ts';
import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { getConversation } from '../../../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../../../genesys/endpoints/messages-bulk.ts';
import type { PlatformCall } from '../../../../genesys/platform-call.ts';
import type { Carried } from '../../../../store/shapes/bridge-table.ts';
import { coveredCarried, newCarried } from '../carry/new-carried.ts';
import type { Heard } from '../carry/next-step.ts';
import type { CrossingParts } from '../crossing-parts.ts';
import { textOf } from '../texts/text-of.ts';
import { customerIsOff, type ListedMessage, listedMessages } from './listed-messages.ts';

const goneAfter = 3;

export interface ReadDestination {
  /** Reads once; gives when to read next, milliseconds. */
  read(): Promise<number | null>;
  heard(): Heard;
}

/**
 * Reads the partner's conversation: it tells the order of the replies and those whose webhook never came through (the platform gives up after five
 * tries), and that somebody there ended it. What we put there ourselves is the customer's side of it and never comes back.
 */
export function createReadDestination(
  parts: CrossingParts & {
    readonly took: () => void;
    /** Runs this while nothing is on its way to the partner: a message in that moment would open the conversation again. */
    readonly whileQuiet: <T>(run: () => Promise<T>) => Promise<T>;
  },
): ReadDestination {
  const { handOffId, bridges, clock, newId, words, timings } = parts;
  let until: number | null = null;
  let deafSince: number | null = null;
  let notThere = 0;

  async function takeNew(
    call: PlatformCall,
    conversationId: string,
    listed: readonly ListedMessage[],
    readAt: number,
  ): Promise<boolean> {
    const known = await bridges.of(handOffId);
    const seen = new Set<string>();
    for (const { direction, sourceId, sentAs } of known) {
      if (direction === 'to-customer') seen.add(sourceId);
      else if (sentAs !== null) seen.add(sentAs);
    }
    const theirs = listed.filter(({ byCustomer }) => !byCustomer);
    const fresh = theirs.filter(({ id }) => !seen.has(id));
    const texts = await textsOf(call, conversationId, fresh);
    const rows = placedAnew(known, theirs);
    let whole = true;
    for (const { id, at, place } of fresh) {
      const given = { handOffId, sourceId: id, place, saidAt: at, direction: 'to-customer' } as const;
      const text = texts.get(id);
      // Listed and not readable yet: those behind it must not overtake it.
      if (text === undefined && clock.now() - at < timings.unreadableMs) {
        whole = false;
        break;
      }
      const kept = newCarried({ ...given, kind: 'message', text: text ?? words.unreadable }, readAt, newId);
      rows.push(...(kept.length === 0 ? coveredCarried(given, readAt, newId) : kept));
    }
    if (rows.length > 0) await bridges.take(rows);
    return whole;
  }

  async function textsOf(
    call: PlatformCall,
    conversationId: string,
    listed: readonly ListedMessage[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = listed.map(({ id }) => id);
    const messages = ids.length === 0 ? [] : await messagesBulk(call, conversationId, ids);
    return new Map(messages.map((message) => [message.id, textOf(message)]));
  }

  /** What a webhook told of and still waits, where the list knows its place better than its time did. */
  function placedAnew(known: readonly Carried[], theirs: readonly ListedMessage[]): Carried[] {
    const places = new Map(theirs.map(({ id, place }) => [id, place]));
    return known.flatMap((message) => {
      if (message.direction !== 'to-customer' || message.state !== 'waiting') return [];
      const [id = '', part = '1'] = message.sourceId.split('#');
      const place = (places.get(id) ?? Number.NaN) + Number(part) - 1;
      return Number.isNaN(place) || place === message.place ? [] : [{ ...message, id: newId(), place }];
    });
  }

  async function endIfOver(call: PlatformCall, conversationId: string): Promise<void> {
    await parts.whileQuiet(async () => {
      const pending = await bridges.pending(handOffId, 'to-partner');
      if (pending.some(({ state }) => state === 'sending' || state === 'unknown')) return;
      if (customerIsOff(await getConversation(call, conversationId)))
        await parts.beginEnd('destination', true);
    });
  }

  return {
    heard: () => ({ until, deafSince }),

    async read() {
      const bridge = await bridges.get(handOffId);
      if (bridge === null || bridge.state === 'ended') return null;
      if (parts.isOthers(bridge)) {
        deafSince ??= clock.now();
        return parts.readEveryMs();
      }
      const conversationId = bridge.destinationConversationId;
      if (conversationId === null) {
        deafSince ??= clock.now();
        return parts.readEveryMs();
      }
      try {
        const readAt = clock.now();
        const { call } = parts.partnerOf(bridge);
        const conversation = await getConversation(call, conversationId);
        notThere = 0;
        if (await takeNew(call, conversationId, listedMessages(conversation), readAt)) {
          until = readAt;
          deafSince = null;
        } else deafSince ??= readAt;
        parts.took();
        if (bridge.state === 'open' && customerIsOff(conversation)) await endIfOver(call, conversationId);
      } catch (thrown) {
        if (!(thrown instanceof ReachbackError)) throw thrown;
        deafSince ??= clock.now();
        await parts.note(thrown.code);
        if (isCaseOf(thrown.code, 'genesys.not-found')) notThere += 1;
        if (notThere >= goneAfter) await parts.beginEnd('destination', true, 'bridge.conversation-gone');
        parts.log.warn(
          { handOffId, code: thrown.code, facts: thrown.facts },
          'the partner’s conversation was not read',
        );
      }
      return parts.readEveryMs();
    },
  };
}
