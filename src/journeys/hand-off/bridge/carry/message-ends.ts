import type { Carried, Direction } from '../../../../store/shapes/bridge-table.ts';
import type { CrossingParts } from '../crossing-parts.ts';
import { newCarried } from './new-carried.ts';

/** Writes down how a message of a bridge ended; its words are wiped with it. */
export interface MessageEnds {
  /** It is there, under this id as far as it was told. */
  delivered(message: Carried, sentAs: string | null): Promise<void>;
  /** It did not arrive for sure: the side it was meant for is told so in its place. */
  leftOut(message: Carried, code: 'bridge.message-refused' | 'bridge.message-unknown'): Promise<void>;
  /** The hand-off ended before it. */
  cameLate(message: Carried): Promise<void>;
  /** The customer has it, on another device and in another conversation: nothing more goes there. */
  strayed(message: Carried, sentAs: string | null, conversationId: string): Promise<void>;
}

export function createMessageEnds(
  parts: CrossingParts & { readonly direction: Direction; readonly settled: () => void },
): MessageEnds {
  const { handOffId, direction, bridges, clock, log, words } = parts;

  function told(): void {
    parts.changed();
    parts.settled();
  }

  return {
    async delivered(message, sentAs) {
      await bridges.settle(message, { state: 'delivered', sentAs, text: '', code: null });
      log.debug({ handOffId, direction, messageId: message.id, sentAs }, 'carried over the bridge');
      parts.counted?.(direction, 'delivered');
      await parts.note(null);
      told();
    },

    async leftOut(message, code) {
      log.warn(
        { handOffId, direction, messageId: message.id, kind: message.kind, code },
        'a message is left out',
      );
      parts.counted?.(direction, 'failed');
      await bridges.settle(message, { state: 'failed', text: '', code, ...failedReceipt(message) });
      if (message.kind !== 'mark' && message.kind !== 'notice') {
        const now = clock.now();
        const mark = {
          handOffId,
          direction,
          kind: 'mark',
          sourceId: `${message.sourceId}!`,
          text: direction === 'to-partner' ? words.markToPartner : words.markToCustomer,
          place: message.place + 20,
          saidAt: now,
        } as const;
        await bridges.take(newCarried(mark, now, parts.newId));
      }
      await parts.note(code);
      told();
    },

    async cameLate(message) {
      const code = 'bridge.ended-before';
      await bridges.settle(message, { state: 'dropped', text: '', code, ...failedReceipt(message) });
      told();
    },

    async strayed(message, sentAs, conversationId) {
      const code = 'bridge.landed-elsewhere';
      log.warn(
        { handOffId, messageId: message.id, sentAs, conversationId, code },
        'a message went to another conversation',
      );
      parts.counted?.(direction, 'failed');
      // The end first: a crash in between must not let the next one go the same way.
      await parts.beginEnd('fault', false, code);
      await bridges.settle(message, { state: 'failed', sentAs, text: '', code, ...failedReceipt(message) });
      await bridges.drop(handOffId, direction, 'bridge.ended-before', true);
      told();
    },
  };
}

function failedReceipt({ kind, lastPart }: Carried): { readonly receiptDue?: 'Failed' } {
  return kind === 'message' && lastPart ? { receiptDue: 'Failed' } : {};
}
