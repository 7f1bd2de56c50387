import type { Outreach } from '../../outreach/outreach.ts';
import type { AgentReply } from '../../store/shapes/reply-table.ts';

/** A person in Teams who is a Genesys agent. */
export interface AgentPerson {
  /** Whoever knows the person by it in Teams. */
  readonly personKey: string;
  /** The Genesys user id. */
  readonly agentId: string;
}

/** Agents' own sign-in to Genesys Cloud. Kept in memory only: a restart signs everybody out. */
export interface SignIns {
  /** Whether there is a client to sign in through. */
  offered(): boolean;
  /** The address where this person signs in: good once, for ten minutes; an older one is not any more. Throws `reply.sign-in.not-set-up`. */
  link(person: AgentPerson): string;
  /**
   * The person's browser came back from it. Throws `reply.sign-in.*` for a link that is not good (any more) and for anybody else than the
   * agent the link was for, and what the platform throws; nothing is kept then.
   */
  finish(back: {
    readonly state: string | null;
    readonly code: string | null;
  }): Promise<{ readonly agentName: string }>;
  isSignedIn(person: AgentPerson): boolean;
  /** Ends the sign-in here and at Genesys Cloud, and a link not used yet; whether there was a sign-in. */
  signOut(person: AgentPerson): Promise<boolean>;
}

/** One message of a customer, or one thing they sent. */
export interface SaidByCustomer {
  readonly kind: 'text' | 'picture' | 'video' | 'sound' | 'file';
  /** The words, or the file's name ('' where it has none); shortened. */
  readonly text: string;
}

/** An agent answers a customer who replied. */
export interface ReplyRequest extends AgentPerson {
  readonly outreachId: string;
  readonly text: string;
  /** The press it comes from; counts once. */
  readonly eventId: string;
}

export interface Replies {
  /** What the customer wrote after our message, oldest first; null where it cannot be had. Throws what the platform throws meanwhile. */
  said(outreach: Outreach): Promise<readonly SaidByCustomer[] | null>;
  /** Where somebody opens the conversation in Genesys Cloud; null where that is not known. */
  address(outreach: Outreach): string | null;
  /**
   * Sends it in the agent's own name, once for a press, and gives what became of it so far: a refusal of the platform is no throw. Throws
   * `reply.*`, `reply.sign-in.ended` and `outreach.*` where nothing was tried, and what the platform throws when it was asked first.
   */
  send(request: ReplyRequest): Promise<AgentReply>;
}
