import type { ConversationReference } from '../../src/store/store.ts';
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
  say(reference: ConversationReference, text: string): Promise<void>;
  /** What the conversation's roster says of a person (`29:…`). */
  member(reference: ConversationReference, userId: string): Promise<TeamsMember>;
}

export interface TeamsMember {
  readonly id: string;
  readonly aadObjectId: string | null;
  readonly name: string | null;
  /** Guests may lack one. */
  readonly email: string | null;
}

/** Who wrote or pressed, as the activity tells it. */
export interface TeamsUser {
  /** `29:…` */
  readonly id: string;
  readonly aadObjectId: string | null;
  readonly name: string | null;
}

interface InboundFacts {
  /** The conversation it came from; for a channel the channel itself, never one thread of it. */
  readonly reference: ConversationReference;
}

interface InboundMessage extends InboundFacts {
  readonly text: string;
  readonly user: TeamsUser;
  readonly activityId: string | null;
}

interface InboundCardAction extends InboundFacts {
  readonly verb: string;
  readonly data: unknown;
  readonly user: TeamsUser;
  readonly activityId: string | null;
  /** The card that was pressed. */
  readonly cardActivityId: string | null;
}

export type Reply =
  | { readonly kind: 'card'; readonly card: AdaptiveCard; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

/** A card takes the pressed card's place; a message shows beside it and changes nothing. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  | { readonly kind: 'message'; readonly text: string };

/** What Teams tells the bot, free of botbuilder's types. */
export interface TeamsInbound {
  message(message: InboundMessage): Promise<Reply>;
  cardAction(action: InboundCardAction): Promise<CardAnswer>;
  /** The app was installed: in a personal chat, or for a team (the reference is the chosen or general channel). */
  installed(reference: ConversationReference): Promise<void>;
  removed(reference: ConversationReference): Promise<void>;
  /** Something else arrived from a conversation: its service address may have moved. */
  seen(reference: ConversationReference): Promise<void>;
}
