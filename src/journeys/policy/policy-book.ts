import type { Logger } from 'pino';
import type { OutreachPolicy } from '../../config/config.ts';
import { type PolicyItem, type PolicyValues, policyItems } from '../../config/policy-item.ts';
import { readPolicyItem } from '../../config/read-policy-item.ts';
import { writtenPolicy } from '../../config/written-policy.ts';
import { catalogue, type ErrorCode } from '../../errors/catalogue.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { loosenings } from '../../policy/loosenings.ts';
import type { PolicyRevision, PolicyTable } from '../../store/shapes/policy-table.ts';
import { keepPolicy, keptPolicy, policyWith } from './kept-policy.ts';
import type { Policies, PolicyChange, PolicyOutcome, PolicyRequest, PolicyStanding } from './policies.ts';

export interface PolicyBook extends Policies {
  /** What holds, for a proposal: of the burst of events just judged at the oldest. Throws what the store throws. */
  inForce(): Promise<OutreachPolicy>;
  /** What holds this moment, for a send. Throws what the store throws. */
  thisMoment(): Promise<OutreachPolicy>;
}

/** Proposals so close together share what was read; another process's change is seen after so long. */
const sharedForMs = 250;

/** What a change names of those that came before it. */
const mostChangesTold = 3;

const refusals: Readonly<Record<PolicyItem, ErrorCode>> = {
  mode: 'policy.mode-unknown',
  quietHours: 'policy.quiet-hours-malformed',
  timeZone: 'policy.time-zone-unknown',
  contactAgainAfterHours: 'policy.hours-out-of-range',
  approvalMinutes: 'policy.minutes-out-of-range',
  cobrowseControl: 'policy.cobrowse-malformed',
  text: 'policy.text-malformed',
};

/**
 * The policy: what the environment configures, and what supervisors changed since, kept in the store. A stored policy that cannot
 * be read is replaced by the configured one in supervisor mode, as far as it cannot: strict, and said so by code.
 */
export function createPolicyBook(parts: {
  configured: OutreachPolicy;
  table: PolicyTable;
  now: () => number;
  log: Logger;
}): PolicyBook {
  const { configured, table, now, log } = parts;
  const configuredValues = writtenPolicy(configured);
  let shared: { readonly at: number; readonly policy: Promise<OutreachPolicy> } | null = null;
  let toldUnreadable = 0;

  async function read(): Promise<PolicyStanding & Pick<Resolved, 'set'>> {
    const [newest = null] = await table.latest(1);
    const { policy, set, readable } = resolved(newest, configured);
    const revision = newest?.revision ?? 0;
    if (!readable && toldUnreadable !== revision) {
      toldUnreadable = revision;
      const code = 'policy.row-invalid';
      log.error({ code, facts: { revision } }, catalogue[code].meaning);
    }
    return {
      revision,
      policy,
      set,
      values: writtenPolicy(policy),
      configured: configuredValues,
      lastChange: newest === null ? null : changeOf(newest),
      readable,
    };
  }

  async function meanwhile(seen: number, standing: PolicyStanding): Promise<PolicyOutcome> {
    const newest = await table.latest(mostChangesTold);
    const changes = newest.filter(({ revision }) => revision > seen).map(changeOf);
    return { kind: 'meanwhile', standing, changes };
  }

  async function change({ asked, revision, by, sure }: PolicyRequest): Promise<PolicyOutcome> {
    const wanted = asked === 'configured' ? asked : normalised(asked);
    const before = await read();
    if (before.revision !== revision) return meanwhile(revision, before);
    const set = wanted === 'configured' ? {} : { ...before.set, ...wanted };
    const policy = { ...configured, ...policyWith(set) };
    const values = writtenPolicy(policy);
    const changes = policyItems
      .filter((item) => before.values[item] !== values[item])
      .map((item) => ({ item, from: before.values[item], to: values[item] }));
    if (changes.length === 0 && before.readable) return { kind: 'unchanged', standing: before };
    const loosens = loosenings(before.policy, policy);
    if (loosens.length > 0 && !sure) return { kind: 'sure', standing: before, loosens, values };
    const added = await table.add({
      revision: before.revision + 1,
      at: now(),
      who: by,
      value: keepPolicy({ set, changes }),
    });
    shared = null;
    const standing = await read();
    if (!added) return meanwhile(revision, standing);
    log.info(
      { by, revision: before.revision + 1, changes: changes.map(withoutText) },
      wanted === 'configured' ? 'the policy was set back to what is configured' : 'the policy was changed',
    );
    return { kind: 'changed', standing };
  }

  return {
    inForce() {
      const at = now();
      if (shared !== null && at >= shared.at && at - shared.at < sharedForMs) return shared.policy;
      const policy = read().then((standing) => standing.policy);
      shared = { at, policy };
      policy.catch(() => {
        shared = null;
      });
      return policy;
    },
    thisMoment: async () => (await read()).policy,
    standing: read,
    change,
    changes: async (limit) => (await table.latest(limit)).map(changeOf),
  };
}

interface Resolved {
  readonly policy: OutreachPolicy;
  /** What supervisors set. */
  readonly set: Readonly<Partial<PolicyValues>>;
  readonly readable: boolean;
}

/** The configured policy with what was set above it. */
function resolved(newest: Pick<PolicyRevision, 'value'> | null, configured: OutreachPolicy): Resolved {
  if (newest === null) return { policy: configured, set: {}, readable: true };
  const kept = keptPolicy(newest.value);
  if (kept === null || kept.changes === null) {
    // Set, so that the next change of something else does not let go of it; nor of the night, where that can be read.
    const set = { ...kept?.set, mode: 'supervisor' };
    return { policy: { ...configured, ...policyWith(set) }, set, readable: false };
  }
  return { policy: { ...configured, ...policyWith(kept.set) }, set: kept.set, readable: true };
}

function changeOf({ at, who, value }: PolicyRevision): PolicyChange {
  return { at, by: who, items: keptPolicy(value)?.changes ?? null };
}

/** As the environment would write it. Throws the refusal of the first value that is none. */
function normalised(asked: Readonly<Partial<PolicyValues>>): Partial<PolicyValues> {
  const wanted: Partial<Record<PolicyItem, string>> = {};
  for (const item of policyItems) {
    const written = asked[item];
    if (written === undefined) continue;
    const tidy = tidied(item, written);
    if (readPolicyItem(item, tidy) === null) throw new ReachbackError(refusals[item]);
    wanted[item] = tidy;
  }
  return wanted;
}

/** People put spaces and long dashes where the environment has none. */
function tidied(item: PolicyItem, written: string): string {
  const trimmed = written.replaceAll(/\r\n?/g, '\n').trim();
  if (item !== 'quietHours') return trimmed;
  return trimmed
    .toLowerCase()
    .split(/[-–—]/)
    .map((time) => time.trim())
    .join('-');
}

/** The text stands in the audit trail; the log gets its length alone. */
function withoutText({ item, from, to }: { item: PolicyItem; from: string; to: string }) {
  return item === 'text' ? { item, from: from.length, to: to.length } : { item, from, to };
}
