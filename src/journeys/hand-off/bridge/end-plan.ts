import type { Bridge, Direction } from '../../../store/shapes/bridge-table.ts';
import type { BridgeWords } from './texts/bridge-words.ts';

/** What is still to be done once a hand-off ends. */
export interface EndPlan {
  /** What waits there has nobody left to read it. */
  readonly drop: readonly Direction[];
  /** The last words of a direction; absent: none. */
  readonly notice: Readonly<Partial<Record<Direction, string>>>;
  /** The conversations that are ended; the customer goes on with our own people where theirs is not. */
  readonly disconnect: readonly ('source' | 'destination')[];
}

/** How a hand-off ends, by who ended it. Pure. */
export function endPlan(
  { endedBy, endCode, sideIsOver }: Pick<Bridge, 'endedBy' | 'endCode' | 'sideIsOver'>,
  words: BridgeWords,
): EndPlan {
  switch (endedBy) {
    case 'source':
      return sideIsOver
        ? { drop: ['to-customer'], notice: { 'to-partner': words.customerLeft }, disconnect: ['destination'] }
        : {
            drop: [],
            notice: { 'to-partner': words.calledBack, 'to-customer': words.customerBack },
            disconnect: ['destination'],
          };
    case 'destination':
      return sideIsOver
        ? { drop: ['to-partner'], notice: { 'to-customer': words.partnerEnded }, disconnect: ['source'] }
        : { drop: [], notice: { 'to-customer': words.partnerEnded }, disconnect: ['destination', 'source'] };
    case 'time-limit':
      return {
        drop: [],
        notice: { 'to-partner': words.limitOver, 'to-customer': words.customerLimitOver },
        disconnect: ['destination'],
      };
    default:
      // What we say to the customer does not come to this conversation any more.
      if (endCode === 'bridge.landed-elsewhere') {
        return {
          drop: ['to-customer'],
          notice: { 'to-partner': words.connectionLost },
          disconnect: ['destination'],
        };
      }
      return {
        drop: [],
        notice: { 'to-partner': words.connectionLost, 'to-customer': words.customerConnectionLost },
        disconnect: ['destination'],
      };
  }
}
