import type { GuestEvent } from './guest-event.ts';
import type { Leg } from './leg.ts';

export interface Participant {
  readonly id: string;
  readonly purpose: 'customer' | 'workflow' | 'acd' | 'agent' | 'api';
  readonly name: string;
  userId?: string;
  queueId?: string;
  externalContactId?: string;
  attributes?: Record<string, string>;
  /**
   * In the order they began; only the last may be live. A customer who comes back within the threading window and an
   * agent who gets the conversation back hold one more each.
   */
  readonly legs: [Leg, ...Leg[]];
}

type MessageStatus = 'queued' | 'sent' | 'delivery-success' | 'delivery-failed' | 'received';

export interface Message {
  readonly id: string;
  readonly participantId: string;
  /** The leg it was written on. */
  readonly communicationId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly text: string;
  readonly at: number;
  status: MessageStatus;
  /** When `status` became what it is; `at` when absent. */
  statusAt?: number;
  /** Shown to the guest as the sender. */
  readonly fromName?: string;
  readonly originatingEntity?: 'Human' | 'Bot';
  /** `Text` when absent. */
  readonly type?: 'Text' | 'Structured';
  /** What a guest sent beside the text, as it came in: a button's answer, attachments. */
  readonly content?: readonly { readonly contentType: string }[];
  /** The id middleware gave a message it brought in. */
  readonly providerMessageId?: string;
  /** As the guest's messenger sent it, to find its message again. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** How a conversation went from one agent to a queue or another agent. */
export interface Transfer {
  readonly id: string;
  readonly at: number;
  readonly initiatorUserId?: string;
  readonly to: { readonly userId: string } | { readonly queueId: string };
  state: 'Pending' | 'Active' | 'Complete' | 'Failed';
}

export interface Conversation {
  readonly id: string;
  readonly orgId: string;
  readonly customerId: string;
  /** The deployment, or the Open Messaging integration, it came in by. */
  readonly deploymentId: string;
  /** `webmessaging` when absent. */
  readonly messageType?: 'open';
  readonly startedAt: number;
  /** The end of the last agent's after-call work, or of the last leg when there is none. */
  readonly endedAt?: number;
  readonly participants: readonly Participant[];
  readonly messages: readonly Message[];
  /** What stands between the messages in the guest's messenger. */
  guestEvents?: GuestEvent[];
  transfers?: Transfer[];
  /** Taken away by the organisation: nothing of it is served any more. */
  gone?: 'deleted' | 'archived';
}
