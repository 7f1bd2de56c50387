import type { InboundActivity } from './inbound-activity.ts';

const cards = 'application/vnd.microsoft.card.';

/**
 * Whether a message is a card and not a word beside it, markup aside: somebody sent, in their chat with the bot, what they had picked in the
 * search from the compose box. It asks the bot nothing. As the Agents Playground sends it; that Teams does alike is *unverified*.
 */
export function isCardAlone({ text, attachments }: Pick<InboundActivity, 'text' | 'attachments'>): boolean {
  const words = (text ?? '').replaceAll(/<[^>]*>|&nbsp;/gi, '').trim();
  return (
    words === '' && (attachments ?? []).some(({ contentType }) => contentType?.startsWith(cards) === true)
  );
}
