import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { ConversationReference } from '../src/store/store.ts';
import { codedError } from './coded-error.ts';
import type { TeamsPort, TeamsUser } from './teams/teams-port.ts';

const keepMs = 60 * 60_000;
const keepPeople = 10_000;

/** Finds mail addresses by Entra object id, in the directory of Microsoft 365. */
export interface MailLookup {
  mailOf(aadObjectId: string): Promise<string | null>;
}

export interface EmailBook {
  /**
   * The e-mail of a person in a conversation: from the stored reference, else the roster, else Microsoft 365’s directory. Null when
   * neither knows one. Throws `teams.*` when it cannot be found out just now.
   */
  of(user: TeamsUser, reference: ConversationReference): Promise<string | null>;
}

/** Asks the roster once an hour per person at most. `mailLookup` is null where Microsoft Graph is not set up. */
export function createEmailBook(parts: {
  teams: Pick<TeamsPort, 'member'>;
  mailLookup: MailLookup | null;
  clock: Clock;
  log: Logger;
}): EmailBook {
  const { teams, mailLookup, clock, log } = parts;
  const known = new Map<string, { email: string | null; until: number }>();

  async function ask(user: TeamsUser, reference: ConversationReference): Promise<string | null> {
    let failure: unknown = null;
    let aadObjectId = user.aadObjectId;
    try {
      const member = await teams.member(reference, user.id);
      if (member.email !== null) return member.email;
      aadObjectId ??= member.aadObjectId;
    } catch (error) {
      failure = error;
      log.warn(
        { code: codedError(error, 'teams.failed').code, err: error },
        'the roster did not say who this is',
      );
    }
    if (mailLookup !== null && aadObjectId !== null) return mailLookup.mailOf(aadObjectId);
    if (failure !== null) throw failure;
    return null;
  }

  return {
    async of(user, reference) {
      if (reference.kind === 'personal' && reference.userEmail !== null && reference.userId === user.id) {
        return reference.userEmail;
      }
      const remembered = known.get(user.id);
      if (remembered !== undefined && remembered.until > clock.now()) return remembered.email;
      const email = await ask(user, reference);
      known.delete(user.id);
      known.set(user.id, { email, until: clock.now() + keepMs });
      const [oldest] = known.keys();
      if (known.size > keepPeople && oldest !== undefined) known.delete(oldest);
      return email;
    },
  };
}
