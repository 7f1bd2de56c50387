import type { ErrorCode } from '../../errors/catalogue.ts';

export type CobrowseMode = 'view' | 'control';
type CobrowseContract = 'platform' | 'field';

/** What decides by which contract an offer is made. */
export interface ContractFacts {
  readonly asked: CobrowseMode;
  /** Agents may act on the page, by the configuration of the customer's messenger. */
  readonly deploymentControl: boolean;
  /** The same by our policy. */
  readonly policyControl: boolean;
  /** The organisation offers `POST /cobrowse/sessions`. */
  readonly sessionsOffered: boolean;
  /** The agent, for `POST /conversations/{id}/cobrowse` in their name; `unavailable`: nobody can sign in here. */
  readonly agent: 'signed-in' | 'signed-out' | 'unavailable';
}

/** The contract and what the session will allow, or why there is none. */
export type ContractChoice =
  | { readonly contract: CobrowseContract; readonly mode: CobrowseMode }
  | { readonly refused: ErrorCode };

type Way = 'platform' | 'field' | 'not-signed-in' | 'not-set-up' | 'view-not-kept';

/** Why there is no way, as people are told. */
const refusals = {
  'not-signed-in': 'cobrowse.not-signed-in',
  'not-set-up': 'cobrowse.not-set-up',
  'view-not-kept': 'cobrowse.view-not-kept',
} as const satisfies Readonly<Record<Exclude<Way, CobrowseContract>, ErrorCode>>;

type Row = readonly [here: ContractFacts['agent'], sessions: 'offered' | 'no sessions', way: Way];

/**
 * The platform's own contract takes no mode: what an agent may do is what the messenger allows. So it is the first choice where that is what
 * was asked for, and the field contract, which takes the mode, where it is not.
 */
const contractTable: Readonly<Record<'as-asked' | 'more-than-asked', readonly Row[]>> = {
  'as-asked': [
    ['signed-in', 'offered', 'platform'],
    ['signed-in', 'no sessions', 'platform'],
    ['signed-out', 'offered', 'field'],
    ['signed-out', 'no sessions', 'not-signed-in'],
    ['unavailable', 'offered', 'field'],
    ['unavailable', 'no sessions', 'not-set-up'],
  ],
  // The messenger allows control, and only viewing was asked for.
  'more-than-asked': [
    ['signed-in', 'offered', 'field'],
    ['signed-in', 'no sessions', 'view-not-kept'],
    ['signed-out', 'offered', 'field'],
    ['signed-out', 'no sessions', 'view-not-kept'],
    ['unavailable', 'offered', 'field'],
    ['unavailable', 'no sessions', 'not-set-up'],
  ],
};

/** Reads the table; control where policy or messenger does not allow it is refused before. Pure. */
export function chooseContract(facts: ContractFacts): ContractChoice {
  const { asked, deploymentControl, policyControl, sessionsOffered, agent } = facts;
  if (asked === 'control' && !policyControl) return { refused: 'cobrowse.control-by-policy' };
  if (asked === 'control' && !deploymentControl) return { refused: 'cobrowse.control-by-deployment' };
  const sessions = sessionsOffered ? 'offered' : 'no sessions';
  const gives: CobrowseMode = deploymentControl ? 'control' : 'view';
  const wayIn = (fit: keyof typeof contractTable): Way =>
    contractTable[fit].find((row) => row[0] === agent && row[1] === sessions)?.[2] ?? 'not-set-up';
  const way = wayIn(gives === asked ? 'as-asked' : 'more-than-asked');
  // Where the policy lets agents act on pages anyway, a session that could is better than none.
  const settled = way === 'view-not-kept' && policyControl ? wayIn('as-asked') : way;
  switch (settled) {
    case 'platform':
      return { contract: 'platform', mode: gives };
    case 'field':
      return { contract: 'field', mode: asked };
    default:
      return { refused: refusals[settled] };
  }
}
