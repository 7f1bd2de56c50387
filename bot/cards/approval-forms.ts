import { declineReasons, longestDeclineNote } from '../../src/outreach/outreach.ts';
import type { Words } from '../locales/words.ts';
import type { CardAction, ExecuteAction, ShowCardAction } from './adaptive-card.ts';
import type { OutreachView } from './outreach-view.ts';

/** Longest text the platform takes. */
const longestText = 2_000;

/** The answers a proposal waits for: yes, yes with another text, no with a reason, and later. */
export function approvalForms(view: OutreachView, words: Words): CardAction[] {
  const customer = view.customerName ?? words('outreach.anonymous');
  const later = view.sendAt !== null;
  return [
    {
      ...press(view, 'approve', 'approve'),
      title: words(later ? 'outreach.approve-later' : 'outreach.approve'),
      tooltip: words(later ? 'outreach.approve-later-tooltip' : 'outreach.approve-tooltip', { customer }),
      style: 'positive',
    },
    editForm(view, customer, words),
    declineForm(view, customer, words),
    ...(view.snooze === null ? [snoozeForm(view, customer, words)] : []),
  ];
}

function editForm(view: OutreachView, customer: string, words: Words): ShowCardAction {
  const tooltip = words('approval.edit-tooltip', { customer });
  return {
    ...opens('edit', words('approval.edit'), tooltip),
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: 'approvedText',
          label: words('outreach.message'),
          value: view.text.slice(0, longestText),
          maxLength: longestText,
          isMultiline: true,
          isRequired: true,
          errorMessage: words('approval.edit-missing'),
        },
      ],
      actions: [
        {
          ...press(view, 'edit-send', 'edit-and-approve'),
          title: words('approval.edit-send'),
          tooltip: words('approval.edit-send-tooltip', { customer }),
          style: 'positive',
        },
      ],
    },
  };
}

function declineForm(view: OutreachView, customer: string, words: Words): ShowCardAction {
  const tooltip = words('outreach.decline-tooltip', { customer });
  return {
    ...opens('decline', words('outreach.decline'), tooltip),
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'declineReason',
          label: words('approval.why'),
          style: 'compact',
          // Nothing preselected: who only types a note would give a reason they did not choose.
          placeholder: words('approval.no-reason'),
          choices: declineReasons.map((value) => ({ title: words(`approval.reason.${value}`), value })),
        },
        {
          type: 'Input.Text',
          id: 'declineNote',
          label: words('approval.note'),
          maxLength: longestDeclineNote,
        },
      ],
      actions: [
        { ...press(view, 'decline-send', 'decline'), title: words('approval.decline-send'), tooltip },
      ],
    },
  };
}

function snoozeForm(view: OutreachView, customer: string, words: Words): ShowCardAction {
  const tooltip = words('approval.snooze-tooltip', { customer });
  const forMinutes = (minutes: 15 | 60): ExecuteAction => ({
    ...press(view, `snooze-${minutes}`, 'snooze', { minutes }),
    title: words(`approval.snooze-${minutes}`),
    tooltip,
  });
  return {
    ...opens('snooze', words('approval.snooze'), tooltip),
    card: {
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', text: words('approval.snooze-about'), wrap: true }],
      actions: [forMinutes(15), forMinutes(60)],
    },
  };
}

function opens(id: string, title: string, tooltip: string) {
  return { type: 'Action.ShowCard', id, title, tooltip, fallback: 'drop' } as const;
}

function press({ outreachId }: OutreachView, id: string, verb: string, more: { minutes?: number } = {}) {
  return {
    type: 'Action.Execute',
    id,
    verb: `outreach.${verb}`,
    data: { outreachId, ...more },
    fallback: 'drop',
  } as const;
}
