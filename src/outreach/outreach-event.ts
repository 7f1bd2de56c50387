import type { Briefing } from './briefing.ts';
import type { DeclineReason, Route, SendAnswer } from './outreach.ts';
import type { ProactiveMessage } from './proactive-message.ts';

/** Everything that can happen to an outreach. */
export type OutreachEvent =
  | { readonly type: 'approval-asked'; readonly expiresAt: number }
  /** What there is to know for who decides. */
  | { readonly type: 'briefed'; readonly briefing: Briefing }
  /** `text`: to be sent instead of what was proposed. */
  | { readonly type: 'approved'; readonly by: string; readonly text?: string }
  | {
      readonly type: 'declined';
      readonly by: string;
      readonly reason?: DeclineReason | null;
      readonly note?: string | null;
    }
  /** Put off until then; it lapses at `expiresAt` instead. */
  | { readonly type: 'snoozed'; readonly by: string; readonly until: number; readonly expiresAt: number }
  | { readonly type: 'snooze-over' }
  | { readonly type: 'expired' }
  /** A person took it back before it left. */
  | { readonly type: 'cancelled'; readonly by: string }
  /** `also`: what else stood in the way, beside the reason. */
  | { readonly type: 'held'; readonly reason: string; readonly also?: readonly string[] }
  /** It never may leave as it is, or could not be checked. `also` as above. */
  | { readonly type: 'unfit'; readonly code: string; readonly also?: readonly string[] }
  | { readonly type: 'attempted'; readonly route: Route; readonly message: ProactiveMessage }
  | { readonly type: 'accepted'; readonly answer: SendAnswer }
  /** The platform said no, or what was checked before: this message never may leave. `also`: what else was found. */
  | { readonly type: 'refused'; readonly code: string }
  /** The platform said no with what a rule of ours would have said a moment later. */
  | { readonly type: 'turned-away'; readonly reason: string }
  /** The platform surely did not take it and may next time: back in line. */
  | { readonly type: 'put-back'; readonly code: string }
  /** No answer that could be trusted. */
  | { readonly type: 'answer-lost'; readonly code: string }
  | { readonly type: 'found'; readonly messageId: string; readonly conversationId: string }
  /** Looking did not settle it: a person is asked whether the customer got the message. */
  | { readonly type: 'asked' }
  /** A person looked into the conversation and says so. */
  | { readonly type: 'settled'; readonly arrived: boolean; readonly by: string }
  | { readonly type: 'delivered' }
  | { readonly type: 'undelivered' }
  /** The customer wrote back; `optedOut`: to be left alone from now on. */
  | { readonly type: 'replied'; readonly optedOut: boolean };
