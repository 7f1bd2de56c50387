import { isFitText } from './is-fit-text.ts';
import type { ProactiveMessage } from './proactive-message.ts';

/** Genesys ids of deployments, users and conversations. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Longest text the agentless contract takes outside SMS (SDK 262). */
const longestText = 2_000;

/** Longest guest session id the web messenger makes (the platform's documentation: made by the client, up to 2,048 characters). */
const longestGuestId = 2_048;

/** Shown as nothing: spaces, joiners, byte order marks. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}]/gu;

const findings = [
  'outreach.id-malformed',
  'outreach.id-of-another-kind',
  'outreach.channel-not-of-session',
  'outreach.to-not-browser-session',
  'outreach.contact-not-of-session',
  'outreach.text-empty',
  'outreach.text-too-long',
  'outreach.text-unfit',
] as const;

/** What the message belongs to: the conversation it was built from, and its customer's leg as the platform tells it. */
export interface MessageGround {
  readonly conversationId: string;
  readonly externalContactId: string | null;
  /** Null where the platform does not tell. */
  readonly leg: {
    readonly channelId: string | null;
    readonly guestId: string | null;
    readonly externalContactId: string | null;
  };
}

/**
 * Everything wrong with the message as a whole, by name; empty: nothing. Field reports: the platform refuses a channel that is not the
 * session's, and a `to` that is not the browser's own session.
 */
export function messageFindings(
  message: ProactiveMessage,
  ground: MessageGround,
): (typeof findings)[number][] {
  const { channelId, to, from, body } = message;
  const { conversationId, externalContactId, leg } = ground;
  const ids = [
    channelId,
    to.id,
    from.id,
    conversationId,
    ...(externalContactId === null ? [] : [externalContactId]),
  ];
  const found: Record<(typeof findings)[number], boolean> = {
    'outreach.id-malformed':
      ![channelId, from.id, conversationId, externalContactId ?? conversationId].every((id) =>
        uuid.test(id),
      ) ||
      to.id === '' ||
      to.id.length > longestGuestId,
    // Five things, five ids: a customer's id is no session, an agent's no channel.
    'outreach.id-of-another-kind': new Set(ids).size < ids.length,
    'outreach.channel-not-of-session': leg.channelId !== null && leg.channelId !== channelId,
    'outreach.to-not-browser-session': leg.guestId !== null && leg.guestId !== to.id,
    // A message to a contact reaches that person's newest session, whoever's conversation it was built from.
    'outreach.contact-not-of-session':
      externalContactId !== null &&
      leg.externalContactId !== null &&
      leg.externalContactId !== externalContactId,
    'outreach.text-empty': body.content.replaceAll(invisible, '') === '',
    'outreach.text-too-long': body.content.length > longestText,
    'outreach.text-unfit': !isFitText(body.content),
  };
  return findings.filter((name) => found[name]);
}
