import type { CobrowseOffer } from '../../store/shapes/cobrowse-table.ts';
import type { AgentPerson } from '../replying/replying.ts';
import type { CobrowseMode } from './contract-table.ts';

/** An agent offers a customer to look at their page together. */
export interface CobrowseRequest extends AgentPerson {
  /**
   * The conversation, as somebody said or a button held it: its id, or that of one of the agent's outreaches. Nothing is believed of it:
   * an id of a customer is refused by name.
   */
  readonly target: string;
  readonly mode: CobrowseMode;
  /** The press or command it comes from; counts once. */
  readonly eventId: string;
}

/** A conversation in which an agent could offer it. */
export interface CobrowsePlace {
  readonly conversationId: string;
  readonly customerName: string | null;
  /** Offers made in it so far: the number of the next one. */
  readonly offers: number;
}

/** What Teams may ask about cobrowse. */
export interface Cobrowses {
  /** Whether this person could offer it here at all: the organisation offers it, or they are signed in (whether their role allows it, the platform says when asked). */
  isThere(person: AgentPerson): boolean;
  /** Whether the policy lets agents act on pages. Throws `store.*`. */
  controlAllowed(): Promise<boolean>;
  /**
   * Offers it, once for an event, and gives what became of it so far: a refusal of the platform is no throw. Throws `cobrowse.*` where
   * nothing was tried, and what the platform throws when it was asked first.
   */
  offer(request: CobrowseRequest): Promise<CobrowseOffer>;
  /** The offer an event made; null: none. */
  ofEvent(eventId: string): Promise<CobrowseOffer | null>;
  /** How many offers were made in a conversation. */
  offersIn(conversationId: string): Promise<number>;
  /** The conversations this agent is connected in, those heard of last first, five at most. */
  places(agentId: string): Promise<readonly CobrowsePlace[]>;
  /** Where somebody opens the conversation in Genesys Cloud; null where that is not known. */
  address(conversationId: string): string | null;
}
