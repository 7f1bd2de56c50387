/** One person in the messenger: the guest of a session, known or anonymous. */
export interface Customer {
  readonly id: string;
  /** What the customer told us, or null for an anonymous visitor. */
  name: string | null;
  readonly externalContactId: string | null;
  readonly deploymentId: string;
  /** Secret of the customer's browser; whoever has it owns the session. */
  readonly token: string;
  /** The guest's session id, visible in analytics as the customer leg's addressFrom. */
  readonly guestId: string;
  readonly timeZone: string;
  /** A browser window with the messenger is open (simulated; a real guest socket counts too). */
  browserOpen: boolean;
  /** When the guest's session runs out. */
  sessionExpiresAt: number;
  /** Secrets of other browsers the same session was opened in. */
  readonly otherTokens?: readonly string[];
  /** Who signed in, by their id at the organisation's identity provider; guests who did not have none. */
  readonly signedInAs?: string;
  /** The conversation was ended by the other side and the guest may only start anew. */
  readOnly?: boolean;
  /** The conversation began with the guest's Join. */
  autoStarted?: boolean;
  /** The next word begins a new conversation: the guest started anew or wiped the last one. */
  startsNew?: boolean;
  /** The guest wiped the conversation and has not been back since. */
  wiped?: boolean;
  /** The ids the browser has for its visitor and the visit, where its messenger said them. */
  journey?: { readonly customerId: string; readonly sessionId?: string };
  /** What was before (epoch ms) is out of the guest's history. */
  historyFrom?: number;
}
