import { isCaseOf } from '../../../../errors/is-case-of.ts';
import { ReachbackError } from '../../../../errors/reachback-error.ts';
import { getConversation } from '../../../../genesys/endpoints/get-conversation.ts';
import { messagesBulk } from '../../../../genesys/endpoints/messages-bulk.ts';
import type { MessageWire } from '../../../../genesys/wire/message.ts';
import type { Bridge, Carried, Receipt } from '../../../../store/shapes/bridge-table.ts';
import { coveredCarried, newCarried } from '../carry/new-carried.ts';
import type { CrossingParts } from '../crossing-parts.ts';
import { transcriptTexts } from '../texts/handed-over.ts';
import { textOf } from '../texts/text-of.ts';
import { customerIsOff, type ListedMessage, listedMessages } from './listed-messages.ts';

/** Of a conversation that was there a moment ago, so often in a row before it counts as gone. */
const goneAfter = 3;

/**
 * Reads the conversation of our customer: what was said before becomes the transcript, each message of the customer since is put into the outbox,
 * what became of the partner's replies is noted as receipts, and the customer's leaving ends the hand-off. Nothing depends on a notification: a
 * message counts by its id, once. Gives when to read next, milliseconds.
 */
export function createReadSource(
  parts: CrossingParts & {
    readonly took: () => void;
    readonly receiptsDue: () => void;
    /** It ends or has ended, perhaps at another instance. */
    readonly hasEnded: () => void;
  },
): () => Promise<number | null> {
  const { handOffId, bridges, source, clock, newId, words, timings } = parts;
  let notThere = 0;

  async function takeTranscript(bridge: Bridge, listed: readonly ListedMessage[]): Promise<boolean> {
    const now = clock.now();
    const texts = await textsOf(bridge, listed);
    const said = listed.flatMap((message) => {
      const text = texts.has(message.id) ? texts.get(message.id) : words.unreadable;
      return text === undefined || text === ''
        ? []
        : [{ at: message.at, who: speaker(message, bridge), text }];
    });
    const rows = transcriptTexts(said, words).flatMap((text, index) =>
      newCarried(
        {
          handOffId,
          direction: 'to-partner',
          kind: 'transcript',
          sourceId: `transcript:${index + 1}`,
          text,
          place: (index + 1) * 50,
          saidAt: bridge.startedAt,
        },
        now,
        newId,
      ),
    );
    const covered = listed
      .filter(({ byCustomer }) => byCustomer)
      .flatMap(({ id, at, place }) =>
        coveredCarried({ handOffId, direction: 'to-partner', sourceId: id, place, saidAt: at }, now, newId),
      );
    return bridges.take([...rows, ...covered], bridge);
  }

  async function takeNew(
    bridge: Bridge,
    listed: readonly ListedMessage[],
    known: readonly Carried[],
  ): Promise<boolean> {
    const seen = new Set(
      known.flatMap(({ sourceId, sentAs }) => (sentAs === null ? [sourceId] : [sourceId, sentAs])),
    );
    const fresh = listed.filter(({ id, byCustomer }) => byCustomer && !seen.has(id));
    if (fresh.length === 0) return false;
    const texts = await textsOf(bridge, fresh);
    const now = clock.now();
    const rows: Carried[] = [];
    for (const { id, at, place } of fresh) {
      const text = texts.get(id);
      // Listed and not readable yet: those behind it must not overtake it.
      if (text === undefined && parts.platformNow() - at < timings.unreadableMs) break;
      const given = {
        handOffId,
        direction: 'to-partner',
        kind: 'message',
        sourceId: id,
        place,
        saidAt: at,
      } as const;
      const kept = newCarried({ ...given, text: text ?? words.unreadable }, now, newId);
      rows.push(...(kept.length === 0 ? coveredCarried(given, now, newId) : kept));
    }
    if (rows.length === 0) return false;
    return bridges.take(rows);
  }

  async function textsOf(
    bridge: Bridge,
    listed: readonly ListedMessage[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = listed.map(({ id }) => id);
    const messages: MessageWire[] =
      ids.length === 0 ? [] : await messagesBulk(source, bridge.sourceConversationId, ids);
    return new Map(messages.map((message) => [message.id, textOf(message)]));
  }

  function speaker({ byCustomer, purpose, name }: ListedMessage, { customerName }: Bridge): string {
    if (byCustomer) return customerName ?? words.customer;
    return purpose === 'agent' && name !== null ? name : words.automatic;
  }

  async function noteReceipts(listed: readonly ListedMessage[], known: readonly Carried[]): Promise<boolean> {
    const statusOf = new Map(listed.map(({ id, status }) => [id, status]));
    let any = false;
    for (const message of known) {
      if (message.direction !== 'to-customer' || message.kind !== 'message' || !message.lastPart) continue;
      if (message.state !== 'delivered' || message.sentAs === null) continue;
      // Noted by another instance that has died since, it may be.
      if (message.receiptDue !== null && message.receiptDue !== message.receiptSent) any = true;
      const due = receiptOf(statusOf.get(message.sentAs) ?? null);
      if (due === null || due === message.receiptDue) continue;
      any = (await bridges.settle(message, { receiptDue: due })) !== null || any;
    }
    return any;
  }

  return async () => {
    const bridge = await bridges.get(handOffId);
    if (bridge?.state !== 'open') parts.hasEnded();
    if (bridge === null || bridge.state === 'ended') return null;
    // What it took in would lie with an instance that cannot carry it.
    if (parts.isOthers(bridge)) return parts.readEveryMs();
    try {
      const conversation = await getConversation(source, bridge.sourceConversationId);
      notThere = 0;
      const listed = listedMessages(conversation);
      const known = await bridges.of(handOffId);
      if (await noteReceipts(listed, known)) parts.receiptsDue();
      if (bridge.state === 'open') {
        const took = bridge.transcriptTaken
          ? await takeNew(bridge, listed, known)
          : await takeTranscript(bridge, listed);
        if (took || known.some(isLeftBehind)) parts.took();
        if (customerIsOff(conversation)) await parts.beginEnd('source', true);
      }
    } catch (thrown) {
      if (!(thrown instanceof ReachbackError)) throw thrown;
      await parts.note(thrown.code);
      if (isCaseOf(thrown.code, 'genesys.not-found')) notThere += 1;
      if (notThere >= goneAfter) await parts.beginEnd('source', true, 'bridge.conversation-gone');
      parts.log.warn(
        { handOffId, code: thrown.code, facts: thrown.facts },
        'the source conversation was not read',
      );
    }
    return parts.readEveryMs();
  };
}

/** Taken in, perhaps by another instance that has died since: then nobody else would carry it. */
function isLeftBehind({ direction, state }: Carried): boolean {
  return direction === 'to-partner' && (state === 'waiting' || state === 'sending' || state === 'unknown');
}

function receiptOf(status: string | null): Receipt | null {
  if (status === 'delivery-success' || status === 'read') return 'Delivered';
  return status === 'delivery-failed' || status === 'failed' ? 'Failed' : null;
}
