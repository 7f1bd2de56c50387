import type { Words } from '../locales/words.ts';
import type { ShowCardAction } from './adaptive-card.ts';

/** Longest words an agent may give the partner along. */
const longestNote = 500;

const reasons = ['escalation', 'their-subject', 'their-language', 'other'] as const;

/** Where a conversation may be handed to. */
export interface HandOffChoices {
  readonly partners: readonly {
    readonly id: string;
    readonly name: string;
    readonly queues: readonly string[];
  }[];
}

/** The button that opens the form for handing the customer’s conversation to a partner. Nothing is chosen beforehand. */
export function handOffForm(
  outreachId: string,
  { partners }: HandOffChoices,
  customer: string,
  words: Words,
): ShowCardAction {
  return {
    type: 'Action.ShowCard',
    id: 'hand-off',
    title: words('hand-off.open'),
    tooltip: words('hand-off.open-tooltip', { customer }),
    fallback: 'drop',
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'handOffTo',
          label: words('hand-off.to'),
          style: 'compact',
          placeholder: words('hand-off.choose'),
          isRequired: true,
          errorMessage: words('hand-off.to-missing'),
          choices: partners.flatMap(({ id, name, queues }) =>
            queues.map((queue) => ({
              title: words('hand-off.where-value', { partner: name, queue }),
              value: `${id}/${queue}`,
            })),
          ),
        },
        {
          type: 'Input.ChoiceSet',
          id: 'handOffReason',
          label: words('hand-off.why'),
          style: 'compact',
          placeholder: words('hand-off.choose'),
          isRequired: true,
          errorMessage: words('hand-off.choose'),
          choices: reasons.map((value) => ({ title: words(`hand-off.reason.${value}`), value })),
        },
        {
          type: 'Input.Text',
          id: 'handOffNote',
          label: words('hand-off.note'),
          maxLength: longestNote,
          isMultiline: true,
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          id: 'hand-off-begin',
          title: words('hand-off.begin'),
          tooltip: words('hand-off.begin-tooltip', { customer }),
          verb: 'hand-off.begin',
          data: { handOffOf: outreachId },
          style: 'positive',
          fallback: 'drop',
        },
      ],
    },
  };
}
