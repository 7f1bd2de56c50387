import { PlatformError } from './platform-error.ts';

/** How a refusal is answered on the wire. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** Refusals whose status or code no published source confirms, each with the stricter reading; a setting may say otherwise. */
export const unverifiedRefusals = {
  'bearer-unknown-or-expired': { status: 401, code: 'bad.credentials' },
  'client-token-where-an-agent-is-needed': { status: 403, code: 'not.authorized' },
  'agent-not-on-the-conversation': { status: 404, code: 'conversation.error.not.conversation.participant' },
  'leg-not-connected': { status: 400, code: 'bad.request' },
  'agentless-into-a-connected-conversation': { status: 400, code: 'bad.request' },
  'agentless-without-contact-or-with-address': { status: 400, code: 'bad.request' },
  'agentless-to-a-contact-never-seen': { status: 400, code: 'bad.request' },
  'presence-of-an-unknown-user': { status: 404, code: 'not.found' },
  'conversation-deleted-or-archived': { status: 404, code: 'not.found' },
} as const satisfies Readonly<Record<string, Refusal>>;

export type UnverifiedRefusal = keyof typeof unverifiedRefusals;

/** How each is answered now, where that is not the stricter reading. */
export type RefusalSettings = Partial<Record<UnverifiedRefusal, Refusal>>;

/** The refusal of that name, in the stricter reading until the answer is written. */
export function refusedAs(name: UnverifiedRefusal, message: string): PlatformError {
  const { status, code } = unverifiedRefusals[name];
  return new PlatformError(status, code, message, { unverified: name });
}
