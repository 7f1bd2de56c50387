import type { OutreachPolicy } from '../../config/config.ts';
import type { PolicyItem, PolicyValues } from '../../config/policy-item.ts';
import type { Loosening } from '../../policy/loosenings.ts';

/** One change of the policy. Times are epoch milliseconds. */
export interface PolicyChange {
  readonly at: number;
  /** A person's name. */
  readonly by: string;
  /** As the environment writes values; null: what was stored of it cannot be read. */
  readonly items: readonly { readonly item: PolicyItem; readonly from: string; readonly to: string }[] | null;
}

/** How the policy stands. */
export interface PolicyStanding {
  /** Grows by one with each change; 0: never changed. */
  readonly revision: number;
  readonly policy: OutreachPolicy;
  readonly values: PolicyValues;
  /** What the environment says. */
  readonly configured: PolicyValues;
  /** The newest; null: never changed. */
  readonly lastChange: PolicyChange | null;
  /** False: what is stored cannot be read, and the stricter holds. */
  readonly readable: boolean;
}

export interface PolicyRequest {
  /** What is to be otherwise, as people write it; `configured`: everything back to what the environment says. */
  readonly asked: Readonly<Partial<PolicyValues>> | 'configured';
  /** The revision the asker saw. */
  readonly revision: number;
  /** The name of who asks. */
  readonly by: string;
  /** The asker was told what it lets go, and said yes. */
  readonly sure: boolean;
}

/** `sure`: nothing was changed, the asker must say so once more; `meanwhile`: nothing was, somebody else did. */
export type PolicyOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly standing: PolicyStanding }
  | {
      readonly kind: 'sure';
      readonly standing: PolicyStanding;
      readonly loosens: readonly Loosening[];
      /** What would hold. */
      readonly values: PolicyValues;
    }
  | {
      readonly kind: 'meanwhile';
      readonly standing: PolicyStanding;
      /** What was changed since the revision the asker saw, newest first. */
      readonly changes: readonly PolicyChange[];
    };

/** What people may ask of the policy. All throw what the store throws. */
export interface Policies {
  standing(): Promise<PolicyStanding>;
  /** The caller has checked that `by` may. Throws `policy.*` for a value that is none. */
  change(request: PolicyRequest): Promise<PolicyOutcome>;
  /** Newest first. */
  changes(limit: number): Promise<readonly PolicyChange[]>;
}
