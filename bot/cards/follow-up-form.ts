import type { Words } from '../locales/words.ts';
import type { ShowCardAction } from './adaptive-card.ts';
import type { OutreachView } from './outreach-view.ts';

/** Longest text the platform takes. */
const longestText = 2_000;
const longestWhen = 80;

/** The hours to choose from: what the bot is told, and the words for it. */
const hours = [
  ['now', 'follow-up.now'],
  ['in 20 minutes', 'follow-up.in-20-minutes'],
  ['in 1 hour', 'follow-up.in-1-hour'],
  ['tomorrow 9:00 customer time', 'follow-up.tomorrow'],
] as const;

/** The button that opens a form for one more message to this customer, now or later. */
export function followUpForm(view: OutreachView, words: Words): ShowCardAction {
  const { outreachId, customerName, agentName } = view;
  const customer = customerName ?? words('outreach.anonymous');
  const text = words('follow-up.draft', { customer: customerName ?? 'none', agent: agentName });
  return {
    type: 'Action.ShowCard',
    id: 'follow-up',
    title: words('follow-up.open'),
    tooltip: words('follow-up.open-tooltip', { customer }),
    fallback: 'drop',
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: 'followUpText',
          label: words('follow-up.text'),
          value: text.slice(0, longestText),
          maxLength: longestText,
          isMultiline: true,
          isRequired: true,
          errorMessage: words('follow-up.text-missing'),
        },
        {
          type: 'Input.ChoiceSet',
          id: 'followUpWhen',
          label: words('follow-up.when'),
          style: 'compact',
          value: hours[0][0],
          choices: hours.map(([value, title]) => ({ title: words(title), value })),
        },
        {
          type: 'Input.Text',
          id: 'followUpWords',
          label: words('follow-up.words'),
          placeholder: words('follow-up.words-example'),
          maxLength: longestWhen,
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          id: 'follow-up-send',
          title: words('follow-up.send'),
          tooltip: words('follow-up.send-tooltip', { customer }),
          verb: 'outreach.follow-up',
          data: { outreachId },
          style: 'positive',
          fallback: 'drop',
        },
      ],
    },
  };
}
