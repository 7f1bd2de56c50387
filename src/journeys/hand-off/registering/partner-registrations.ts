import type { Logger } from 'pino';
import type { ErrorCode } from '../../../errors/catalogue.ts';
import { ReachbackError } from '../../../errors/reachback-error.ts';
import type { HandOffContract, HandOffTable } from '../../../store/shapes/hand-off-table.ts';
import type { PartnerChange, PartnerTable } from '../../../store/shapes/partner-table.ts';
import type { Partner } from '../partner.ts';
import { formOf } from './form-of.ts';
import { type FormProblem, problemOf } from './form-problem.ts';
import { keepPartner, keptPartner, writtenPartner } from './kept-partner.ts';
import type { PartnerCheck } from './partner-check.ts';
import { emptyPartnerForm, type PartnerField, partnerFields } from './partner-form.ts';
import type { PartnerRegistry } from './partner-registry.ts';
import { type RegisteringGround, readRegistered } from './registered-partner.ts';
import type { PartnerRegistrations, RegisterOutcome } from './registering.ts';
import type { Registration } from './resolve-partners.ts';
import { writtenFromForm } from './written-from-form.ts';

/** What hand-offs under way rest on. */
const heldFields = ['organisationId', 'region', 'contract', 'integrationId'] as const;

/** Registering partners from Teams. Every change is kept with who made it; values stay out of the log. */
export function createPartnerRegistrations(parts: {
  registry: PartnerRegistry;
  table: Pick<PartnerTable, 'latest' | 'add'>;
  handOffs: Pick<HandOffTable, 'openWith'>;
  check: Pick<PartnerCheck, 'codeOf'>;
  ground: RegisteringGround;
  /** Permissions our own OAuth client lacks for hand-offs by a contract. */
  missing: (contract: HandOffContract) => readonly string[];
  now: () => number;
  log: Logger;
}): PartnerRegistrations {
  const { registry, table, handOffs, check, ground, missing, now, log } = parts;

  /** The registration that stands. */
  function ofTeams(id: string): Registration {
    const found = registry.registrations().find((each) => each.id === id && !each.removed);
    if (found !== undefined) return found;
    const inFile = registry.ofFile().some((each) => each.id === id);
    throw new ReachbackError(inFile ? 'handoff.partner-in-file' : 'handoff.partner-unknown');
  }

  function form(id: string | null) {
    if (id === null) return { of: null, revision: 0, values: emptyPartnerForm };
    const { written, revision } = ofTeams(id);
    return {
      of: { id, name: written?.name ?? id },
      revision,
      values: written === null ? { ...emptyPartnerForm, id } : formOf(written),
    };
  }

  /** Of the one as which it is known, whether it stands or was taken out. */
  function newestOf(id: string): Registration | null {
    return registry.registrations().find((each) => each.id === id) ?? null;
  }

  function conflicts({ id, organisationId }: Partner, of: string | null): FormProblem[] {
    const inFile = (field: PartnerField): FormProblem => ({
      field,
      code: 'handoff.partner-in-file',
      wrong: null,
    });
    const others = registry.registrations().filter((each) => !each.removed && each.id !== of);
    return [
      ...(registry.ofFile().some((each) => each.id === id) ? [inFile('id')] : []),
      ...(registry.ofFile().some((each) => each.organisationId === organisationId)
        ? [inFile('organisationId')]
        : []),
      ...(others.some((each) => each.id === id)
        ? [{ field: 'id', code: 'handoff.partner-id-taken', wrong: null } as const]
        : []),
      ...(others.some(({ written }) => written?.organisationId.toLowerCase() === organisationId)
        ? [{ field: 'organisationId', code: 'handoff.partner-organisation-taken', wrong: null } as const]
        : []),
    ];
  }

  /** Our own cards would come there no more: nobody would see what waits for a yes. */
  function ownChannel(
    { teamsConversation }: Partner,
    before: Registration | null,
    at: string,
  ): FormProblem[] {
    if (teamsConversation !== at || before?.written?.teamsConversation === at) return [];
    const wrong = 'is the channel you are in: your own cards would not come here any more';
    return [{ field: 'teamsConversation', code: 'handoff.partner-malformed', wrong }];
  }

  async function register({
    form: typed,
    of,
    revision,
    by,
    at,
  }: Parameters<PartnerRegistrations['register']>[0]): Promise<RegisterOutcome> {
    await registry.refresh();
    const looked = registry.seen();
    const asked = writtenFromForm(of === null ? typed : { ...typed, id: of });
    const before = of === null ? null : ofTeams(of);
    const refused = (...problems: FormProblem[]): RegisterOutcome => ({
      kind: 'refused',
      problems,
      seen: {
        of: before === null ? null : { id: before.id, name: before.written?.name ?? before.id },
        revision: before?.revision ?? 0,
        values: asked.shown,
      },
    });
    const whole = (code: ErrorCode): FormProblem => ({ field: null, code, wrong: null });
    if (before !== null && before.revision !== revision)
      return refused(whole('handoff.partner-changed-meanwhile'));
    const read = readRegistered(asked.written, ground);
    const found =
      'partner' in read
        ? [...conflicts(read.partner, of), ...ownChannel(read.partner, before, at)]
        : read.wrong.map(problemOf);
    const fields = new Set(asked.problems.map(({ field }) => field));
    const problems = [...asked.problems, ...found.filter(({ field }) => !fields.has(field))];
    if (!('partner' in read) || problems.length > 0) return refused(...problems);
    const { partner } = read;
    const written = writtenPartner({ ...asked.written, trustKeys: { keys: partner.trustKeys } });
    if (written === null) return refused(whole('handoff.partner-malformed'));
    const { id, name, contract } = partner;
    const channel = partner.teamsConversation !== null;
    const told = { id, name, contract, channel, missing: missing(contract) };
    const previous = newestOf(id);
    const known = previous?.written ?? null;
    const [was, is] = [known === null ? null : formOf(known), formOf(written)];
    const changed = partnerFields.filter((field) => was?.[field] !== is[field]);
    if (before !== null && changed.length === 0) return { kind: 'unchanged', ...told };
    // Of hand-offs under an id that nothing is known of (the file may have named it) nobody can say whose they are.
    const held = known === null || heldFields.some((field) => changed.includes(field));
    const isBusy = async () => held && (await handOffs.openWith(id)) > 0;
    if (await isBusy()) return refused(whole('handoff.partner-busy'));
    const code = await check.codeOf(partner);
    if (code !== null)
      return refused({
        field: code === 'handoff.organisation-mismatch' ? 'organisationId' : null,
        code,
        wrong: null,
      });
    // One may have begun while the organisation was asked.
    if (await isBusy()) return refused(whole('handoff.partner-busy'));
    const action = before === null ? 'registered' : 'changed';
    const value = keepPartner({ written, changed: before === null ? [] : changed });
    if (!(await add(looked, { who: by, partnerId: id, action, value })))
      return refused(whole('handoff.partner-changed-meanwhile'));
    return { kind: action, ...told };
  }

  /** False: somebody changed the partners since they were looked at, and what holds has to be looked at anew. */
  async function add(looked: number, change: Omit<PartnerChange, 'revision' | 'at'>): Promise<boolean> {
    const added = await table.add({ ...change, revision: looked + 1, at: now() });
    const { who: by, partnerId, action } = change;
    if (added) log.info({ by, partnerId, action }, 'the partners were changed');
    // It is kept: what cannot be read this moment is read again within seconds.
    await registry.refresh().catch((err: unknown) => log.warn({ err }, 'the partners could not be read yet'));
    return added;
  }

  async function toTakeOut(id: string) {
    const { revision, written } = ofTeams(id);
    return { id, name: written?.name ?? id, revision, underWay: await handOffs.openWith(id) };
  }

  return {
    form,
    register,
    toTakeOut,
    async takeOut({ id, revision, by }) {
      await registry.refresh();
      const looked = registry.seen();
      const standing = ofTeams(id);
      const told = await toTakeOut(id);
      const { written } = standing;
      // What cannot be read goes out all the same.
      const value = written === null ? '{}' : keepPartner({ written, changed: [] });
      const change = { who: by, partnerId: id, action: 'removed', value };
      if (standing.revision !== revision || !(await add(looked, change)))
        throw new ReachbackError('handoff.partner-changed-meanwhile');
      return told;
    },
    async changes(limit) {
      return (await table.latest(limit)).map(({ at, who: by, partnerId: id, action, value }) => {
        const kept = keptPartner(value);
        return {
          at,
          by,
          id,
          name: kept?.written.name ?? null,
          action: action === 'removed' || action === 'changed' ? action : 'registered',
          fields: kept?.changed ?? [],
        };
      });
    },
  };
}
