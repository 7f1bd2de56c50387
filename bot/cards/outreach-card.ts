import type { OutreachState } from '../../src/outreach/outreach.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardAction, CardElement, Container, ExecuteAction } from './adaptive-card.ts';
import { agoWords } from './ago-words.ts';
import { approvalForms } from './approval-forms.ts';
import { lastWordsRows, rulesRows } from './briefing-rows.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { followUpForm } from './follow-up-form.ts';
import { labelled, labelOf } from './labelled.ts';
import { lateStep } from './late-step.ts';
import { localDateTime, localTime } from './local-time.ts';
import type { OutreachView } from './outreach-view.ts';
import { plainText } from './plain-text.ts';
import { progressSteps } from './progress-steps.ts';
import { stepRows } from './step-rows.ts';

const styles: Readonly<Record<OutreachState, NonNullable<Container['style']>>> = {
  proposed: 'emphasis',
  'awaiting-approval': 'accent',
  approved: 'emphasis',
  sending: 'emphasis',
  sent: 'emphasis',
  delivered: 'good',
  undelivered: 'warning',
  replied: 'good',
  declined: 'emphasis',
  expired: 'emphasis',
  held: 'warning',
  failed: 'attention',
  unknown: 'attention',
  asked: 'attention',
  cancelled: 'emphasis',
};

/** Nothing more is to come of it but the customer's answer; a supervisor's no is no reason to write once more. */
const followable: ReadonlySet<OutreachState> = new Set([
  'sent',
  'delivered',
  'undelivered',
  'replied',
  'expired',
  'held',
  'failed',
  'cancelled',
]);

/** One card for the whole life of an outreach; with buttons only while a decision is asked for. */
export function outreachCard(view: OutreachView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const awaiting = view.state === 'awaiting-approval';
  const asks = awaiting && view.snooze === null;
  const late = lateStep(view, words);
  return card(
    locale,
    words('outreach.fallback', {
      title: titleOf(view, words),
      customer: customerOf(view, words),
    }),
    [
      cardTitle(`state-${view.state}`, titleOf(view, words), styleOf(view)),
      ...(late === null ? [] : stepRows([late]).map((row) => ({ ...row, id: 'late' }))),
      ...people(view, words),
      ...session(view, words),
      ...(asks ? lastWordsRows(view, words) : []),
      ...message(view, words),
      ...(asks ? rulesRows(view, words) : []),
      ...stepRows(progressSteps(view, words)),
      ...(awaiting && view.lapsesAt !== null
        ? [labelOf(words('outreach.decide-until', { when: localTime(view.lapsesAt) }))]
        : []),
    ],
    buttonsOf(view, words),
  );
}

/** What notifications and chat lists show of the card. */
export function outreachSummary(view: OutreachView, locale: Locale): string {
  const words = wordsOf(locale);
  return words('outreach.summary', { title: titleOf(view, words), customer: customerOf(view, words) });
}

function styleOf({ state, optedOut, snooze }: OutreachView): NonNullable<Container['style']> {
  if (snooze !== null) return 'emphasis';
  return optedOut ? 'warning' : styles[state];
}

function titleOf({ state, optedOut, sendAt, snooze, askedAgain }: OutreachView, words: Words): string {
  if (snooze !== null) return words('approval.title.snoozed');
  if (askedAgain) return words('approval.title.back');
  if (state === 'approved' && sendAt !== null) return words('outreach.title.scheduled');
  return words(`outreach.title.${optedOut ? 'opted-out' : state}`);
}

function customerOf({ customerName }: OutreachView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}

function people(view: OutreachView, words: Words): CardElement[] {
  const queue = view.queueName ?? words('outreach.no-queue');
  return [
    ...labelled(
      words('outreach.customer'),
      ...plainText(customerOf(view, words), { size: 'medium', weight: 'bolder' }),
    ),
    {
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: labelled(words('outreach.agent'), ...plainText(view.agentName)),
        },
        { type: 'Column', width: 'stretch', items: labelled(words('outreach.queue'), ...plainText(queue)) },
      ],
    },
  ];
}

function session({ session: { ended, at, endedBy }, proposedAt }: OutreachView, words: Words): CardElement[] {
  const values = { when: localDateTime(at), ago: agoWords(words, proposedAt - at) };
  const text = words(ended ? 'outreach.session-ended' : 'outreach.session-active', values);
  return labelled(
    words('outreach.session'),
    { type: 'TextBlock', text, wrap: true },
    ...(endedBy === null
      ? []
      : [{ type: 'TextBlock', text: words(`approval.ended-by.${endedBy}`), wrap: true } as const]),
  );
}

function message({ text }: OutreachView, words: Words): CardElement[] {
  return [
    labelOf(words('outreach.message')),
    { type: 'Container', style: 'emphasis', spacing: 'small', items: plainText(text) },
  ];
}

/** Only while somebody's word is needed or can still stop it, and afterwards to follow up a customer who may be written to. */
function buttonsOf(view: OutreachView, words: Words): CardAction[] {
  if (view.state === 'awaiting-approval') return approvalForms(view, words);
  if (view.state === 'asked') return settlements(view, words);
  if (view.state === 'approved' && view.sendAt !== null) return [cancellation(view, words)];
  return followable.has(view.state) && !view.optedOut ? [followUpForm(view, words)] : [];
}

/** The question that looking could not answer. */
function settlements(view: OutreachView, words: Words): ExecuteAction[] {
  const customer = customerOf(view, words);
  return [
    {
      ...press(view, 'arrived'),
      title: words('outreach.arrived'),
      tooltip: words('outreach.arrived-tooltip', { customer }),
    },
    {
      ...press(view, 'did-not-arrive'),
      title: words('outreach.did-not-arrive'),
      tooltip: words('outreach.did-not-arrive-tooltip', { customer }),
    },
  ];
}

function cancellation(view: OutreachView, words: Words): ExecuteAction {
  const tooltip = words('outreach.cancel-tooltip', { customer: customerOf(view, words) });
  return { ...press(view, 'cancel'), title: words('outreach.cancel'), tooltip };
}

function press({ outreachId }: OutreachView, id: string) {
  return {
    type: 'Action.Execute',
    id,
    verb: `outreach.${id}`,
    data: { outreachId },
    fallback: 'drop',
  } as const;
}
