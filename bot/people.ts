import type { Overview, OverviewOfAgent } from '../src/journeys/journeys.ts';
import type { ConversationReference } from '../src/store/store.ts';
import type { EmailBook } from './email-book.ts';
import type { TeamsUser } from './teams/teams-port.ts';

/** A Teams user, as far as the product knows them. */
export interface Person {
  readonly name: string;
  readonly email: string | null;
  /** The watched Genesys agent with the same e-mail. */
  readonly agent: OverviewOfAgent | null;
  readonly supervisor: boolean;
}

export interface People {
  /** Throws `teams.*` when the person cannot be looked up just now. */
  of(user: TeamsUser, reference: ConversationReference): Promise<Person>;
}

/** Who is who: by e-mail, upper and lower case alike. `supervisors` are e-mails. */
export function createPeople(parts: {
  emails: EmailBook;
  overview: Pick<Overview, 'agentByEmail'>;
  supervisors: readonly string[];
}): People {
  const supervisors = new Set(parts.supervisors.map(folded));
  return {
    async of(user, reference) {
      const email = await parts.emails.of(user, reference);
      const agent = email === null ? null : parts.overview.agentByEmail(email);
      return {
        name: user.name ?? agent?.name ?? email ?? user.id,
        email,
        agent,
        supervisor: email !== null && supervisors.has(folded(email)),
      };
    },
  };
}

function folded(email: string): string {
  return email.trim().toLowerCase();
}
