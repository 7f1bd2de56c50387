import { createRandom, type Random } from '../seed/random.ts';
import type { Fault, FaultOn } from './fault.ts';
import { EndlessPattern } from './fitting-texts.ts';

/** A fault that is armed, for whoever asks. */
interface ArmedFault {
  readonly id: string;
  readonly fault: Fault;
  /** How often it will still play; null when only its share decides. */
  readonly left: number | null;
  readonly played: number;
}

export interface Faults {
  arm(fault: Fault): ArmedFault;
  list(): ArmedFault[];
  /** False when there is none of that id. */
  disarm(id: string): boolean;
  clear(): void;
  /**
   * The oldest armed fault on such a thing that fits, used up by one; undefined when none does, or when the share of
   * those that do spares this one. One whose `fits` throws EndlessPattern is called off.
   */
  take<On extends Fault['on']>(on: On, fits: (fault: FaultOn<On>) => boolean): FaultOn<On> | undefined;
  /** Hears of every newly armed fault, for what it acts on at once: sockets that are open. */
  onArmed(listener: (fault: Fault) => void): void;
}

interface Armed {
  readonly id: string;
  readonly fault: Fault;
  readonly random: Random;
  left: number;
  played: number;
}

/** Faults armed in memory, oldest first. `newId` names them. */
export function createFaults(newId: () => string): Faults {
  let armed: Armed[] = [];
  const listeners: ((fault: Fault) => void)[] = [];

  /** A fault whose expression never ends is called off. */
  const fitsInTime = (entry: Armed, fits: () => boolean): boolean => {
    try {
      return fits();
    } catch (error) {
      if (!(error instanceof EndlessPattern)) throw error;
      armed = armed.filter((each) => each !== entry);
      return false;
    }
  };

  return {
    arm(fault) {
      const id = newId();
      const { count, share, seed = id } = fault.on === 'token' ? {} : fault;
      const left = count ?? (share === undefined ? 1 : Number.POSITIVE_INFINITY);
      const entry: Armed = { id, fault, random: createRandom(seed), left, played: 0 };
      armed.push(entry);
      for (const tell of listeners) tell(fault);
      return view(entry);
    },
    list: () => armed.map(view),
    disarm(id) {
      const before = armed.length;
      armed = armed.filter((each) => each.id !== id);
      return armed.length < before;
    },
    clear() {
      armed = [];
    },
    take(on, fits) {
      for (const entry of armed) {
        const { fault } = entry;
        if (!isOn(on, fault) || !fitsInTime(entry, () => fits(fault)) || !drawn(entry)) continue;
        entry.left -= 1;
        entry.played += 1;
        if (entry.left <= 0) armed = armed.filter((each) => each !== entry);
        return fault;
      }
      return undefined;
    },
    onArmed(listener) {
      listeners.push(listener);
    },
  };
}

const millionth = 1_000_000;

function drawn({ fault, random }: Armed): boolean {
  const share = fault.on === 'token' ? undefined : fault.share;
  return share === undefined || random.between(1, millionth) <= share * millionth;
}

function isOn<On extends Fault['on']>(on: On, fault: Fault): fault is FaultOn<On> {
  return fault.on === on;
}

function view({ id, fault, left, played }: Armed): ArmedFault {
  return { id, fault, left: Number.isFinite(left) ? left : null, played };
}
