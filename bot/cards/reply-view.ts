import type { HandOffChoices } from './hand-off-form.ts';

/** One message of a customer, or one thing they sent, by its name ('' where it has none). */
interface SaidView {
  readonly kind: 'text' | 'picture' | 'video' | 'sound' | 'file';
  readonly text: string;
}

/** A reply of the agent from here. `missing`: it was looked for and is not there. */
interface ReplySeen {
  readonly text: string;
  readonly state: 'sending' | 'sent' | 'refused' | 'unknown' | 'missing';
  /** Why it was refused; null: it was not. */
  readonly code: string | null;
  readonly attemptedAt: number;
}

/** All the card of a customer's answer shows. Times are epoch milliseconds. */
export interface ReplyView {
  readonly outreachId: string;
  readonly customerName: string | null;
  /** What the customer answered to. */
  readonly ourText: string;
  /** The customer asked not to be written to. */
  readonly optedOut: boolean;
  /** Oldest first; null or none: it could not be read. */
  readonly said: readonly SaidView[] | null;
  /** What the agent replied from here, oldest first. */
  readonly replies: readonly ReplySeen[];
  /** How the agent may reply: here, here after signing in, or in Genesys Cloud only. */
  readonly way: 'here' | 'sign-in' | 'elsewhere';
  /** Where cobrowse can be offered, and how many offers there were; null: not from here. */
  readonly cobrowse: { readonly conversationId: string; readonly offers: number } | null;
  /** Why the reply just tried was not sent; null: none was, or it was. */
  readonly problem: 'reply.not-signed-in' | 'reply.sign-in.ended' | 'reply.not-connected' | null;
  /** The words that were not sent, to go on with. */
  readonly draft: string;
  /** Where the agent signs in, good once; null: only on demand. */
  readonly signInAt: string | null;
  /** Where the conversation may be handed to; null: nowhere, or it is being handed over. */
  readonly handOff: HandOffChoices | null;
  /** Where the conversation is in Genesys Cloud; null: not known. */
  readonly openAt: string | null;
}
