import type { Logger } from 'pino';
import { backOffMs } from '../../back-off.ts';
import type { Clock } from '../../clock.ts';
import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { addExternalId } from '../../genesys/endpoints/add-external-id.ts';
import { createContact } from '../../genesys/endpoints/create-contact.ts';
import { getContact } from '../../genesys/endpoints/get-contact.ts';
import { lookUpContact } from '../../genesys/endpoints/look-up-contact.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import { externalIdOf } from '../../genesys/wire/contact-requests.ts';
import type { ExternalContactWire } from '../../genesys/wire/external-contact.ts';
import type { IdInSource, WidgetTable } from '../../store/shapes/widget-table.ts';
import { wait } from '../../wait.ts';
import { type Claimed, claimIds, oursOf } from './claim-ids.ts';
import type { ExternalSources } from './external-sources.ts';
import { nameFields } from './name-fields.ts';
import { type KnownContact, planContact, type SourceId } from './plan-contact.ts';
import { refuse } from './refuse.ts';

/** Somebody as another system knows them. */
interface OldUser {
  /** One at least. */
  readonly ids: readonly IdInSource[];
  readonly name: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone?: string | null;
}

interface FoundContact {
  readonly contactId: string;
  /** `known`: remembered; `found`: the platform had it; `created`: made now. */
  readonly how: 'known' | 'found' | 'created';
}

export interface ContactBook {
  /**
   * The external contact of a person, found or made once, however many ask at the same time and whatever becomes of an answer. Throws
   * `widget.two-people`, `widget.unknown-user` (when it may not be made), `widget.busy`, and what the platform throws.
   */
  contactOf(user: OldUser): Promise<FoundContact>;
  /** Genesys Cloud does not know this contact any more. */
  forget(contactId: string): Promise<void>;
  stop(): void;
}

/** A contact remembered for longer is read again: it may have been merged or deleted. */
const believedMs = 24 * 60 * 60_000;
const mostRounds = 5;
const backOff = { baseMs: 200, maxMs: 3_000 };

/** `aloneSince`: when this process began to have the store to itself; minus infinity when others share it. */
export function createContactBook(parts: {
  call: PlatformCall;
  table: WidgetTable;
  sources: ExternalSources;
  createsContacts: boolean;
  aloneSince: number;
  clock: Clock;
  log: Logger;
  chance?: () => number;
}): ContactBook {
  const { call, table, sources, createsContacts, aloneSince, clock, log, chance = Math.random } = parts;
  const underWay = new Map<string, Promise<FoundContact>>();
  const stopping = new AbortController();

  async function find(user: OldUser): Promise<FoundContact> {
    for (;;) {
      const claimed = await claimIds(table, user.ids, { clock, aloneSince, signal: stopping.signal });
      const claims = oursOf(claimed);
      /** Right before anything is made: false where we took so long that another process is at it by now. */
      async function hold(): Promise<boolean> {
        const at = clock.now();
        if (!(await table.hold(claims, at))) return false;
        for (const [index, claim] of claims.entries()) claims[index] = { ...claim, claimedAt: at };
        return true;
      }
      try {
        const remembered = await rememberedContact(claimed);
        if (remembered !== null) return { contactId: remembered, how: 'known' };
        const found = await findOrMake(user, claimed, hold);
        if (found !== 'taken-over') {
          await table.settle(user.ids, found.contactId, clock.now());
          return found;
        }
        await table.release(claims);
      } catch (error) {
        await table.release(claims);
        throw error;
      }
    }
  }

  /** The one contact all ids are remembered for; null when that is not known or not believed any more. */
  async function rememberedContact(claimed: readonly Claimed[]): Promise<string | null> {
    const contactIds = new Set(claimed.map(({ known }) => known?.contactId ?? null));
    const [contactId = null] = contactIds;
    if (contactIds.size !== 1 || contactId === null) return null;
    const checkedAt = Math.min(...claimed.map(({ known }) => known?.checkedAt ?? 0));
    if (clock.now() - checkedAt < believedMs) return contactId;
    try {
      const contact = await read(contactId);
      if (contact === null) return null;
      await table.settle(
        claimed.map(({ id }) => id),
        contact.id,
        clock.now(),
      );
      return contact.id;
    } catch (error) {
      log.warn({ err: error }, 'a contact could not be read again, and is believed a while longer');
      return contactId;
    }
  }

  /** As it is now, the one it was merged into in its place; null, and forgotten, when it is no more. */
  async function read(contactId: string): Promise<KnownContact | null> {
    try {
      return await canonical(await getContact(call, contactId));
    } catch (error) {
      if (!(error instanceof ReachbackError) || !isCaseOf(error.code, 'genesys.not-found')) throw error;
      await table.forgetContact(contactId);
      return null;
    }
  }

  async function canonical(contact: ExternalContactWire): Promise<KnownContact> {
    const into = contact.canonicalContact?.id;
    return into === undefined || into === contact.id ? contact : await getContact(call, into);
  }

  async function findOrMake(
    user: OldUser,
    claimed: readonly Claimed[],
    hold: () => Promise<boolean>,
  ): Promise<FoundContact | 'taken-over'> {
    const wanted = await Promise.all(
      claimed.map(async ({ id, known }) => ({
        id: { sourceId: await sources.idOf(id.source), value: id.value },
        known: known?.contactId ?? null,
      })),
    );
    for (let round = 1; ; round += 1) {
      const found = await Promise.all(
        wanted.map(async ({ id, known }) => ({ id, contact: await ownerOf(id, round === 1 ? known : null) })),
      );
      const plan = planContact(found);
      if (plan.do === 'refuse') throw refuse('widget.two-people');
      if (plan.do === 'use' && plan.add.length === 0) return { contactId: plan.contactId, how: 'found' };
      if (plan.do === 'create' && !createsContacts) throw refuse('widget.unknown-user');
      if (!(await hold())) return 'taken-over';
      try {
        if (plan.do === 'create') return { contactId: await make(user, wanted), how: 'created' };
        for (const id of plan.add) await addExternalId(call, plan.contactId, id);
        return { contactId: plan.contactId, how: 'found' };
      } catch (error) {
        if (!mayLookAgain(error) || round >= mostRounds || stopping.signal.aborted) throw error;
        log.info({ err: error, round }, 'a contact is looked up again before anything is made');
        await wait(clock, backOffMs(round, backOff, chance()), stopping.signal);
      }
    }
  }

  async function ownerOf(id: SourceId, known: string | null): Promise<KnownContact | null> {
    const remembered = known === null ? null : await read(known);
    if (remembered !== null) return remembered;
    const found = await lookUpContact(call, id);
    return found === null ? null : canonical(found);
  }

  async function make(user: OldUser, wanted: readonly { readonly id: SourceId }[]): Promise<string> {
    try {
      const contact = await createContact(call, {
        ...nameFields(user.name),
        ...(user.email === null ? {} : { personalEmail: user.email }),
        ...(user.phone ? { cellPhone: { e164: user.phone } } : {}),
        externalIds: wanted.map(({ id }) => externalIdOf(id)),
      });
      return contact.canonicalContact?.id ?? contact.id;
    } catch (error) {
      // It may be the sources that are not there any more.
      if (error instanceof ReachbackError && error.facts.status === 400) await sources.forget();
      throw error;
    }
  }

  return {
    contactOf(user) {
      const key = JSON.stringify(user.ids.map(({ source, value }) => [source, value]));
      const running = underWay.get(key);
      if (running !== undefined) return running;
      const finding = find(user).finally(() => underWay.delete(key));
      underWay.set(key, finding);
      return finding;
    },
    forget: (contactId) => table.forgetContact(contactId),
    stop: () => stopping.abort(),
  };
}

/** Somebody was quicker, or nobody knows what became of it: who looks it up knows. */
function mayLookAgain(error: unknown): error is ReachbackError {
  return (
    error instanceof ReachbackError &&
    (error.retry !== 'never' || isCaseOf(error.code, 'genesys.request.conflict'))
  );
}
