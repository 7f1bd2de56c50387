import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import { codedError } from '../coded-error.ts';
import type { TeamsMember, TeamsPort, TeamsUser } from '../teams/teams-port.ts';
import { isOutsider } from './is-outsider.ts';
import { outsiderCode } from './outsider-code.ts';

const keepMs = 60 * 60_000;
const renewMs = 45 * 60_000;
/** Asked again after so long where nobody knew an e-mail: it may just have been given. */
const keepUnknownMs = 5 * 60_000;
const keepPeople = 10_000;

/** Finds people by Entra object id, in the directory of Microsoft 365; null for whom it does not know. */
export interface DirectoryLookup {
  personOf(aadObjectId: string): Promise<{ readonly email: string | null; readonly guest: boolean } | null>;
}

/** Whom Teams vouches for: a member of our own organisation. */
export interface Identity {
  /** By the roster; null: it was not told. */
  readonly name: string | null;
  readonly email: string | null;
  readonly aadObjectId: string | null;
}

export interface IdentityBook {
  /**
   * Who a person in a conversation is: by the roster; their e-mail, where that has none, or everything, where it cannot be asked, by Microsoft
   * 365’s directory. Throws `teams.guest` and `teams.other-tenant` for whom they do not count among our own, and `teams.*` when
   * it cannot be found out just now.
   */
  of(user: TeamsUser, reference: ConversationReference): Promise<Identity>;
}

interface Known {
  readonly found: Promise<Identity>;
  /** Epoch milliseconds. */
  renewAt: number;
  until: number;
}

/**
 * Asks about once an hour per person; who asks meanwhile waits for the same answer. `homeTenantId` is null where the bot has no
 * tenant of its own (no credentials: loopback only); `directory` is null where Microsoft Graph is not set up.
 */
export function createIdentityBook(parts: {
  teams: Pick<TeamsPort, 'member'>;
  directory: DirectoryLookup | null;
  homeTenantId: string | null;
  clock: Clock;
  log: Logger;
}): IdentityBook {
  const { teams, directory, homeTenantId, clock, log } = parts;
  const known = new Map<string, Known>();

  async function ask(user: TeamsUser, reference: ConversationReference): Promise<Identity> {
    let member: TeamsMember;
    try {
      member = await teams.member(reference, user.id);
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      log.warn({ code, err: error }, 'the roster did not say who this is');
      if (directory === null || user.aadObjectId === null) throw error;
      return { ...(await byDirectory(directory, user.aadObjectId)), name: null };
    }
    const outsider = outsiderCode(member, homeTenantId);
    if (outsider !== null) throw new ReachbackError(outsider);
    const { name, email } = member;
    const aadObjectId = user.aadObjectId ?? member.aadObjectId;
    if (email !== null || directory === null || aadObjectId === null) return { name, email, aadObjectId };
    return { ...(await byDirectory(directory, aadObjectId)), name };
  }

  function remember(id: string, found: Promise<Identity>): void {
    const now = clock.now();
    const entry: Known = { found, renewAt: now + renewMs, until: now + keepMs };
    known.delete(id);
    known.set(id, entry);
    const [oldest] = known.keys();
    if (known.size > keepPeople && oldest !== undefined) known.delete(oldest);
    found.then(
      ({ email }) => {
        if (email === null) entry.until = clock.now() + keepUnknownMs;
      },
      (error: unknown) => {
        // That somebody is an outsider is an answer; that nobody answered is none.
        if (!isOutsider(error) && known.get(id) === entry) known.delete(id);
      },
    );
  }

  /** Whoever is still around is asked for before their answer is too old, so that a press need not wait for it. */
  function renew(entry: Known, user: TeamsUser, reference: ConversationReference): void {
    entry.renewAt = entry.until;
    const found = ask(user, reference);
    found.then(
      () => remember(user.id, found),
      (error: unknown) => {
        if (isOutsider(error)) remember(user.id, found);
      },
    );
  }

  return {
    async of(user, reference) {
      if (homeTenantId !== null && reference.tenantId !== null && reference.tenantId !== homeTenantId)
        throw new ReachbackError('teams.other-tenant');
      const remembered = known.get(user.id);
      if (remembered !== undefined && remembered.until > clock.now()) {
        if (remembered.renewAt <= clock.now()) renew(remembered, user, reference);
        return remembered.found;
      }
      const found = ask(user, reference);
      remember(user.id, found);
      return found;
    },
  };
}

async function byDirectory(directory: DirectoryLookup, aadObjectId: string): Promise<Omit<Identity, 'name'>> {
  const person = await directory.personOf(aadObjectId);
  if (person?.guest === true) throw new ReachbackError('teams.guest');
  return { email: person?.email ?? null, aadObjectId };
}
