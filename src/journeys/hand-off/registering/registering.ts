import type { ErrorCode } from '../../../errors/catalogue.ts';
import type { HandOffContract } from '../../../store/shapes/hand-off-table.ts';
import type { FormProblem } from './form-problem.ts';
import type { PartnerField, PartnerForm } from './partner-form.ts';

/** What a form about a partner starts with. */
export interface PartnerFormSeen {
  /** Whom it changes; null: it registers a new one. */
  readonly of: { readonly id: string; readonly name: string } | null;
  /** Of the newest change of this partner; 0: there is none. */
  readonly revision: number;
  readonly values: PartnerForm;
}

/** What came of a form. */
export type RegisterOutcome =
  | {
      readonly kind: 'registered' | 'changed' | 'unchanged';
      readonly id: string;
      readonly name: string;
      readonly contract: HandOffContract;
      /** Whether it has a channel in Teams. */
      readonly channel: boolean;
      /** Permissions our own OAuth client lacks for it. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly FormProblem[]; readonly seen: PartnerFormSeen };

interface PartnerToTakeOut {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  /** Hand-offs that are not over. */
  readonly underWay: number;
}

/** One change of the partners registered in Teams. */
interface PartnerChangeTold {
  readonly at: number;
  readonly by: string;
  readonly id: string;
  /** Null: what was kept cannot be read. */
  readonly name: string | null;
  readonly action: 'registered' | 'changed' | 'removed';
  /** What a change was about. */
  readonly fields: readonly PartnerField[];
}

/** Registering partner organisations from Teams: the caller has checked that who asks is a supervisor. All throw what the store throws. */
export interface PartnerRegistrations {
  /** For a new one (null), or one to be changed. Throws `handoff.partner-unknown`, and `handoff.partner-in-file` for one of the file. */
  form(id: string | null): PartnerFormSeen;
  /** Keeps it if everything is right and its organisation is the one it says; in force at once. */
  register(wish: {
    readonly form: PartnerForm;
    /** Whom it changes; null: a new one. */
    readonly of: string | null;
    readonly revision: number;
    readonly by: string;
    /** The conversation in Teams it was filled in in: our own people are there. */
    readonly at: string;
  }): Promise<RegisterOutcome>;
  /** What taking it out is about. Throws as `form` does. */
  toTakeOut(id: string): Promise<PartnerToTakeOut>;
  /** Takes it out, whatever is under way. Throws as `form` does, and `handoff.partner-changed-meanwhile`. */
  takeOut(wish: {
    readonly id: string;
    readonly revision: number;
    readonly by: string;
  }): Promise<PartnerToTakeOut>;
  /** Newest first. */
  changes(limit: number): Promise<readonly PartnerChangeTold[]>;
}

/** A registration that is not in force, as supervisors see it. */
export interface SetAside {
  readonly id: string;
  /** Null: it cannot be read. */
  readonly name: string | null;
  readonly code: ErrorCode;
  readonly by: string;
  readonly at: number;
}
