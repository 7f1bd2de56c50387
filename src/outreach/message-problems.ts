import type { ProactiveMessage } from './proactive-message.ts';

/** Genesys ids of deployments and users. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Longest text the agentless contract takes outside SMS (SDK 262). */
const longestText = 2_000;

/** Longest guest session id the web messenger makes (the platform's documentation: made by the client, up to 2,048 characters). */
const longestGuestId = 2_048;

/** Everything wrong with the message as a whole, by field; empty: nothing. `session` is the one it was built from. */
export function messageProblems(
  message: ProactiveMessage,
  session: { readonly channelId: string; readonly guestId: string; readonly agentId: string },
): string[] {
  const content = message.body.content.trim();
  const problems: Record<string, boolean> = {
    channelId: !uuid.test(message.channelId) || message.channelId !== session.channelId,
    'to.id':
      message.to.id === '' || message.to.id.length > longestGuestId || message.to.id !== session.guestId,
    'from.id': !uuid.test(message.from.id) || message.from.id !== session.agentId,
    'body.content': content === '' || message.body.content.length > longestText,
  };
  return Object.keys(problems).filter((field) => problems[field]);
}
