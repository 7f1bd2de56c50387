import type { Words } from '../locales/words.ts';
import type { ShowCardAction } from './adaptive-card.ts';
import type { ReplyView } from './reply-view.ts';

/** Longest text the platform takes. */
const longestText = 2_000;

/** The button that opens the form for a reply in the agent's own name; what was written before stays in it. */
export function replyForm(
  { outreachId, draft, replies }: Pick<ReplyView, 'outreachId' | 'draft' | 'replies'>,
  customer: string,
  words: Words,
): ShowCardAction {
  return {
    type: 'Action.ShowCard',
    id: 'reply',
    title: words('reply.open'),
    tooltip: words('reply.open-tooltip', { customer }),
    fallback: 'drop',
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: 'replyText',
          label: words('reply.text'),
          ...(draft === '' ? {} : { value: draft.slice(0, longestText) }),
          maxLength: longestText,
          isMultiline: true,
          isRequired: true,
          errorMessage: words('reply.text-missing'),
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          id: 'reply-send',
          title: words('reply.send'),
          tooltip: words('reply.send-tooltip', { customer }),
          verb: 'reply.send',
          // Each form has a number of its own: the words in it are sent once.
          data: { replyTo: outreachId, replyNo: replies.length },
          style: 'positive',
          fallback: 'drop',
        },
      ],
    },
  };
}
