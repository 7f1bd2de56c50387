import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Overview } from '../src/journeys/journeys.ts';
import type { ConversationReference } from '../src/store/shapes/reference-table.ts';
import type { SettingTable } from '../src/store/shapes/setting-table.ts';
import { type WelcomeView, welcomeCard } from './cards/welcome-card.ts';
import { codedError } from './coded-error.ts';
import type { ConversationLanguages } from './conversation-languages.ts';
import { wordsOf } from './locales/words.ts';
import { patiently } from './patiently.ts';
import type { IdentityBook } from './people/identity-book.ts';
import type { People } from './people/people.ts';
import type { Roster } from './people/roster.ts';
import type { Supervisors } from './people/supervisors.ts';
import type { TeamsPort } from './teams/teams-port.ts';

const namesShown = 5;

export interface Welcome {
  /** Says hello where the app was just installed, once an install. Never fails: an install stands without it. */
  greet(place: ConversationReference): Promise<void>;
  /** The app was removed there: the next install is greeted again. */
  forget(conversationId: string): Promise<void>;
}

/** Teams tells an install twice and, when an answer is late, again: what was greeted is kept in the settings. */
export function createWelcome(parts: {
  settings: Pick<SettingTable, 'swap' | 'remove'>;
  teams: Pick<TeamsPort, 'post'>;
  identities: IdentityBook;
  people: Pick<People, 'agentIdsIn'>;
  overview: Pick<Overview, 'agent' | 'agents'>;
  supervisors: Pick<Supervisors, 'why'>;
  roster: Pick<Roster, 'supervisorNames'>;
  languages: Pick<ConversationLanguages, 'of'>;
  clock: Clock;
  /** Aborted: nobody is greeted any more. */
  cut: AbortSignal;
  log: Logger;
}): Welcome {
  const { settings, teams, identities, people, overview, supervisors, roster, languages, clock, cut, log } =
    parts;
  const key = (conversationId: string): string => `welcome:${conversationId}`;

  /** `you` is null where it is not known yet whose chat it is in Genesys, before the organisation was read, say. */
  async function greeted(place: ConversationReference): Promise<Pick<WelcomeView, 'whom' | 'you'>> {
    if (place.kind === 'channel') return { whom: 'channel', you: null };
    const { userEmail: email, aadObjectId } = place;
    const [agentId = null] = await people.agentIdsIn([place]);
    if (agentId !== null) return { whom: 'agent', you: { agentName: overview.agent(agentId)?.name ?? null } };
    if ((await supervisors.why({ email, aadObjectId })) !== null) return { whom: 'supervisor', you: null };
    const isKnown = overview.agents().length > 0 && email !== null;
    return { whom: 'agent', you: isKnown ? { agentName: null } : null };
  }

  async function post(place: ConversationReference): Promise<void> {
    const { kind, userId: id, aadObjectId, userName: name } = place;
    // Throws for outsiders: they are told nothing, not even who decides.
    if (kind === 'personal' && id !== null) await identities.of({ id, aadObjectId, name }, place);
    const names = await roster.supervisorNames();
    const { locale } = await languages.of(place);
    const view = {
      ...(await greeted(place)),
      supervisors: names.slice(0, namesShown),
      supervisorsMore: Math.max(0, names.length - namesShown),
    };
    const card = welcomeCard(view, locale);
    await patiently({ clock, cut }, () => teams.post(place, card, wordsOf(locale)('welcome.title')));
  }

  return {
    async greet(place) {
      const { conversationId } = place;
      try {
        if (!(await settings.swap(key(conversationId), null, String(clock.now())))) return;
        await post(place);
      } catch (error) {
        const { code } = codedError(error, 'teams.failed');
        log.warn({ code, conversationId, err: error }, 'who installed the app was not greeted');
      }
    },
    forget: (conversationId) => settings.remove(key(conversationId)),
  };
}
