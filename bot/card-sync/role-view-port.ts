import type { Clock } from '../../src/clock.ts';
import type { ConversationReference, ReferenceTable } from '../../src/store/shapes/reference-table.ts';
import { roleView } from '../cards/role-view.ts';
import type { Supervisors } from '../people/supervisors.ts';
import type { TeamsPort } from '../teams/teams-port.ts';

/** Somebody who talks to the bot for the first time gets the buttons with the next card but this. */
const keepMs = 30_000;

/**
 * Teams, with cards in channels shown by role: the buttons of a decision to supervisors, as far as their ids in Teams are known from
 * their own chats with the bot. Whose word counts is checked on every press all the same.
 */
export function createRoleViewPort(parts: {
  teams: Pick<TeamsPort, 'post' | 'update'>;
  references: Pick<ReferenceTable, 'installed'>;
  supervisors: Pick<Supervisors, 'why'>;
  clock: Clock;
}): Pick<TeamsPort, 'post' | 'update'> {
  const { teams, references, supervisors, clock } = parts;
  let known: { readonly ids: Promise<string[]>; readonly until: number } | null = null;

  async function read(): Promise<string[]> {
    const ids: string[] = [];
    for (const { kind, userId, userEmail, aadObjectId } of await references.installed()) {
      if (kind !== 'personal' || userId === null) continue;
      if ((await supervisors.why({ email: userEmail, aadObjectId })) !== null) ids.push(userId);
    }
    return ids;
  }

  /** Nobody where they cannot be read: then everybody sees the buttons. */
  function supervisorIds(): Promise<string[]> {
    if (known === null || known.until <= clock.now())
      known = { ids: read().catch(() => []), until: clock.now() + keepMs };
    return known.ids;
  }

  async function forAll({ kind }: ConversationReference, card: Parameters<TeamsPort['post']>[1]) {
    return kind === 'channel' ? roleView(card, await supervisorIds()) : card;
  }

  return {
    post: async (reference, card, summary) => teams.post(reference, await forAll(reference, card), summary),
    update: async (reference, activityId, card, summary) =>
      teams.update(reference, activityId, await forAll(reference, card), summary),
  };
}
