/** What a seeded customer did, in minutes before the start of the sandbox. */
export interface VisitSketch {
  readonly named: boolean;
  readonly endedBy: 'agent' | 'customer' | 'session' | null;
  /** False: nobody came; the customer reached the queue only. */
  readonly answered: boolean;
  /** When the visit ended (or its last word, while it goes on) lies between these. */
  readonly minutes: readonly [least: number, most: number];
  /** The same thread began with a visit this many days before. */
  readonly threadDays?: number;
  /** Another conversation, long over, so many days before. */
  readonly earlierDays?: number;
  /** The guest's session has run out. */
  readonly expired?: boolean;
}

const day = 24 * 60;
const times = (count: number, sketch: VisitSketch): VisitSketch[] =>
  Array.from({ length: count }, () => sketch);

/**
 * Sixty visits over four days: 42 by people whose name and contact are known, 18 anonymous. Within the last 24 hours
 * and over, with a session that still holds: 24 named, 10 anonymous.
 */
export const visitPlan: readonly VisitSketch[] = [
  ...times(1, { named: true, endedBy: 'agent', answered: true, minutes: [19, 21] }),
  ...times(11, { named: true, endedBy: 'agent', answered: true, minutes: [35, 21 * 60] }),
  ...times(3, { named: true, endedBy: 'agent', answered: true, minutes: [60, 18 * 60], threadDays: 2 }),
  ...times(6, { named: true, endedBy: 'customer', answered: false, minutes: [12, 20 * 60] }),
  ...times(3, { named: true, endedBy: 'agent', answered: true, minutes: [day - 5, day - 2] }),
  ...times(3, { named: true, endedBy: 'agent', answered: true, minutes: [day + 1, day + 5] }),
  ...times(3, { named: true, endedBy: 'session', answered: true, minutes: [5 * 60, 22 * 60], expired: true }),
  ...times(4, { named: true, endedBy: null, answered: true, minutes: [1, 6] }),
  ...times(1, { named: true, endedBy: null, answered: false, minutes: [1, 2] }),
  ...times(7, { named: true, endedBy: 'agent', answered: true, minutes: [day + 60, 4 * day - 60] }),
  ...times(6, { named: false, endedBy: 'agent', answered: true, minutes: [25, 20 * 60] }),
  ...times(2, { named: false, endedBy: 'customer', answered: false, minutes: [15, 19 * 60] }),
  ...times(2, { named: false, endedBy: 'agent', answered: true, minutes: [day - 5, day - 2] }),
  ...times(1, { named: false, endedBy: 'agent', answered: true, minutes: [day + 1, day + 5] }),
  ...times(2, {
    named: false,
    endedBy: 'session',
    answered: true,
    minutes: [4 * 60, 20 * 60],
    expired: true,
  }),
  ...times(2, { named: false, endedBy: null, answered: true, minutes: [1, 5] }),
  ...times(3, { named: false, endedBy: 'customer', answered: true, minutes: [day + 90, 4 * day - 60] }),
];
