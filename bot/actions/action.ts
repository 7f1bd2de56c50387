import type { Decided, Decisions, FollowUps } from '../../src/journeys/journeys.ts';
import type { Locale } from '../locales/locale.ts';
import type { Words } from '../locales/words.ts';
import type { Person } from '../people/people.ts';

/** What was pressed, by whom, and what it may use. */
interface ActionContext {
  readonly outreachId: string;
  /** Already known to have the right, where it is not the journey that judges. */
  readonly person: Person;
  /** The button's data with what was put into the card's inputs, as Teams sent it. */
  readonly data: unknown;
  /** This very press: the same when Teams delivers it again. */
  readonly pressId: string;
  /** Of who pressed, an IANA name as Teams told it; null: not told. */
  readonly timeZone: string | null;
  readonly decisions: Decisions;
  readonly followUps: FollowUps;
  readonly words: Words;
  /** Of the conversation it was pressed in. */
  readonly locale: Locale;
}

/** Words to who pressed; the card stays as it is. */
export interface Said {
  readonly said: string;
}

/** One card button. */
export interface Action {
  /**
   * Whose word counts: a supervisor's only, or that of the outreach's own agent, too. `journey`: the journey itself judges who
   * may, and counts the press once.
   */
  readonly whose: 'supervisor' | 'supervisor-or-agent' | 'journey';
  /** Does it, and gives what became of it, or something to say. Throws a ReachbackError to refuse. */
  press(context: ActionContext): Promise<Decided | Said>;
}
