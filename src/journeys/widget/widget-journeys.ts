import type { GuestSignIn } from '../../genesys/wire/guest-sign-in.ts';
import type { StartedConversation } from './start-conversation.ts';

/** Who asks, as far as HTTP tells. */
export interface Asker {
  /** Of the browser's page; null: none was told. */
  readonly origin: string | null;
  readonly address: string;
}

export interface TokenRequest {
  /** Null: an anonymous guest. */
  readonly assertion: string | null;
  /** The guest session the browser has already; null: a new one. */
  readonly sessionToken: string | null;
  readonly signIn: GuestSignIn | null;
  /** The conversation is started from here. */
  readonly start: boolean;
}

/** A token of ours, and the platform's for a guest who is signed in there. */
export interface RenewedTokens {
  readonly widgetToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly expiresInSeconds: number;
  readonly jwt: string | null;
}

interface IssuedTokens extends RenewedTokens {
  readonly deploymentId: string;
  readonly messagingUrl: string;
  readonly apiUrl: string;
  readonly sessionToken: string;
  readonly customAttributes: Readonly<Record<string, string>>;
  readonly conversation: StartedConversation | null;
}

/** What a widget's page may ask for. Each throws `widget.*`, and what the platform or the store throws. */
export interface WidgetJourneys {
  /** Whether a page of this origin may ask at all. */
  allows(origin: string | null): boolean;
  issue(request: TokenRequest, asker: Asker): Promise<IssuedTokens>;
  refresh(widgetToken: string | null, asker: Asker): Promise<RenewedTokens>;
  /** The visit ends; nothing happens when it had ended before. */
  revoke(widgetToken: string | null, asker: Asker): Promise<void>;
}
