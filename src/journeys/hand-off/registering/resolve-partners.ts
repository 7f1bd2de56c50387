import type { ErrorCode } from '../../../errors/catalogue.ts';
import type { PartnerChange } from '../../../store/shapes/partner-table.ts';
import type { Partner } from '../partner.ts';
import { type KeptPartner, keptPartner } from './kept-partner.ts';
import { type RegisteringGround, readRegistered } from './registered-partner.ts';

/** A partner registered in Teams, as its newest change left it. */
export interface Registration {
  readonly id: string;
  readonly revision: number;
  /** A person’s name. */
  readonly by: string;
  readonly at: number;
  readonly removed: boolean;
  /** Null: it cannot be read. */
  readonly written: KeptPartner['written'] | null;
  /** Null: it cannot be used as it stands. */
  readonly partner: Partner | null;
  /** Why nothing is handed to it and nothing taken from it; null: it is in force, or taken out. */
  readonly code: ErrorCode | null;
}

/**
 * What holds of the partners registered in Teams, beside those of the file, which win: an id and an organisation are of one partner. Of two
 * of one organisation the one registered first keeps it. Pure.
 */
export function resolvePartners(
  ofFile: readonly Partner[],
  standing: readonly PartnerChange[],
  ground: RegisteringGround,
): readonly Registration[] {
  const organisations = new Set<string>();
  return standing.map((change) => {
    const { partnerId: id, revision, who: by, at, action } = change;
    const { written, partner, code } = readOne(change, ground);
    const base = { id, revision, by, at, written, partner };
    if (action === 'removed') return { ...base, removed: true, code: null };
    const taken = partner === null ? code : takenBy(partner);
    if (taken === null && partner !== null) organisations.add(partner.organisationId);
    return { ...base, removed: false, code: taken };
  });

  function takenBy({ id, organisationId }: Partner): ErrorCode | null {
    if (ofFile.some((each) => each.id === id || each.organisationId === organisationId))
      return 'handoff.partner-in-file';
    return organisations.has(organisationId) ? 'handoff.partner-organisation-taken' : null;
  }
}

function readOne(
  { partnerId, action, value }: PartnerChange,
  ground: RegisteringGround,
): Pick<Registration, 'written' | 'partner' | 'code'> {
  const kept = keptPartner(value);
  const known = ['registered', 'changed', 'removed'].includes(action);
  if (kept === null || !known || kept.written.id !== partnerId)
    return { written: null, partner: null, code: 'handoff.partner-row-invalid' };
  const { written } = kept;
  const read = readRegistered(written, ground);
  if ('partner' in read) return { written, partner: read.partner, code: null };
  const unset = read.wrong.every((each) => each.unset === true);
  return {
    written,
    partner: null,
    code: unset ? 'handoff.partner-variable-unset' : 'handoff.partner-row-invalid',
  };
}
