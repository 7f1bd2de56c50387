import { ReachbackError } from '../errors/reachback-error.ts';
import { nextStep } from '../outreach/next-step.ts';
import type { Outreach } from '../outreach/outreach.ts';
import type { OutreachEvent } from '../outreach/outreach-event.ts';
import type { OutreachTable } from '../store/shapes/outreach-table.ts';

export interface Ledger {
  /**
   * Opens an outreach with its first event, in one write; who proposed it and why goes into the audit trail. Gives the row,
   * or why there is none: what it comes from has been counted, or the customer has an open one.
   */
  open(
    proposed: Outreach,
    event: OutreachEvent,
    occasion: Occasion,
  ): Promise<Outreach | 'event-counted' | 'customer-busy'>;
  /**
   * Lets an event happen to an outreach, given by id or as last read. `applied` says whether it changed the row; an
   * event that came late or twice does not. Throws `outreach.not-found`, or what the store throws.
   */
  apply(which: string | Outreach, event: OutreachEvent): Promise<{ outreach: Outreach; applied: boolean }>;
}

/** Who proposed an outreach, a person's name or a part of the product, and why. */
interface Occasion {
  readonly who: string;
  readonly why: string;
}

/** The one place that moves an outreach: a compare-and-set with its audit row, then word to whoever listens. */
export function createLedger(parts: {
  outreaches: OutreachTable;
  now: () => number;
  /** Told after every change, with the row as written. Must not throw. */
  changed: (outreach: Outreach) => void;
}): Ledger {
  const { outreaches, now, changed } = parts;

  async function read(id: string): Promise<Outreach> {
    const outreach = await outreaches.get(id);
    if (outreach === null) throw new ReachbackError('outreach.not-found');
    return outreach;
  }

  return {
    async open(proposed, event, { who, why }) {
      const at = proposed.createdAt;
      const step = nextStep(proposed, event, at);
      if (step === null) throw new TypeError(`a proposed outreach does not take ${event.type}`);
      const outreach = { ...proposed, ...step.patch, version: 2 };
      const result = await outreaches.insert(outreach, [
        { at, who, why, from: null, to: 'proposed' },
        { at, who: step.who, why: step.why, from: 'proposed', to: outreach.state },
      ]);
      if (result !== 'inserted') return result;
      changed(outreach);
      return outreach;
    },

    async apply(which, event) {
      let outreach = typeof which === 'string' ? await read(which) : which;
      for (;;) {
        const at = now();
        const step = nextStep(outreach, event, at);
        if (step !== null) {
          const note = { at, who: step.who, why: step.why };
          const written = await outreaches.transition(outreach, step.patch, note);
          if (written !== null) {
            changed(written);
            return { outreach: written, applied: true };
          }
        }
        // The row may have been moved by somebody else since it was read: the event is judged by what it is now.
        const present = await read(outreach.id);
        if (present.version === outreach.version) return { outreach: present, applied: false };
        outreach = present;
      }
    },
  };
}
