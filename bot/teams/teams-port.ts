import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** What the bot does in Teams. Every failure is a ReachbackError with a `teams.*` code; nothing is tried again here. */
export interface TeamsPort {
  /** Posts a new card; a channel gets it as a new thread. `summary` is what notifications show. */
  post(
    reference: ConversationReference,
    card: AdaptiveCard,
    summary: string,
  ): Promise<{ activityId: string }>;
  /** Replaces a posted card in place. Throws `teams.card-gone` when Teams no longer knows it. */
  update(
    reference: ConversationReference,
    activityId: string,
    card: AdaptiveCard,
    summary: string,
  ): Promise<void>;
  /**
   * What the conversation's roster says of a person, by their id in Teams (`29:…`), their Entra object id or their sign-in name (documented;
   * the latter *unverified*).
   */
  member(reference: ConversationReference, userId: string): Promise<TeamsMember>;
}

export interface TeamsMember {
  readonly name: string | null;
  readonly aadObjectId: string | null;
  /** Guests may lack one. */
  readonly email: string | null;
  readonly signInName: string | null;
  /** `user`, `guest` or `anonymous`. */
  readonly role: string | null;
  /** The tenant the person belongs to. */
  readonly tenantId: string | null;
}

/** Who wrote or pressed, as the activity tells it. */
export interface TeamsUser {
  /** `29:…` */
  readonly id: string;
  readonly aadObjectId: string | null;
  readonly name: string | null;
}
