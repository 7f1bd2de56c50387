import type { Clock } from '../../src/clock.ts';
import type { Journeys } from '../../src/journeys/journeys.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { ConversationLanguages } from '../conversation-languages.ts';
import type { LinkDesk } from '../links/link-desk.ts';
import type { Locale } from '../locales/locale.ts';
import type { Person } from '../people/people.ts';
import type { Roster } from '../people/roster.ts';
import type { TeamsUser } from '../teams/teams-port.ts';

/** A card, and what notifications say of it. */
export interface Reply {
  readonly card: AdaptiveCard;
  readonly summary: string;
}

export interface CommandContext {
  /** What was written after the command's name, markup taken out. */
  readonly rest: string;
  /** Of this very message: the same when it is delivered again. */
  readonly saidId: string;
  readonly reference: ConversationReference;
  /** Of this conversation. */
  readonly locale: Locale;
  readonly languages: ConversationLanguages;
  /** Who asks, as Teams tells it. */
  readonly user: TeamsUser;
  /** Of who asks, an IANA name as Teams told it; null: not told. */
  readonly timeZone: string | null;
  readonly journeys: Pick<
    Journeys,
    | 'byHand'
    | 'cobrowses'
    | 'handOffs'
    | 'history'
    | 'pauses'
    | 'overview'
    | 'ownPresence'
    | 'partners'
    | 'policies'
    | 'audits'
    | 'signIns'
  >;
  readonly linkDesk: LinkDesk;
  readonly roster: Pick<Roster, 'who' | 'closed'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Looks the asking person up; throws `teams.*` when that cannot be done just now. */
  readonly person: () => Promise<Person>;
}

/** One chat command. Throws a ReachbackError to refuse. */
export type Command = (context: CommandContext) => Promise<Reply>;
