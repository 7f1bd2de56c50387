import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { AdaptiveCard, CardElement, ExecuteAction } from './adaptive-card.ts';
import type { BurstMemberView, BurstView } from './burst-view.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { labelOf } from './labelled.ts';
import { localTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { stepRows } from './step-rows.ts';

/** One card for a burst: what waits on top, each with its buttons, what is over below, one line each. */
export function burstCard(view: BurstView, locale: Locale): AdaptiveCard {
  const words = wordsOf(locale);
  const waiting = view.members.filter(isWaiting);
  const free = waiting.filter(({ standsInTheWay }) => standsInTheWay === null);
  const others = view.members.filter((member) => !isWaiting(member));
  const title = titleOf(view, words);
  const nextLapse = waiting
    .flatMap(({ lapsesAt }) => lapsesAt ?? [])
    .toSorted((one, other) => one - other)[0];
  return card(
    locale,
    words('burst.fallback', { title }),
    [
      cardTitle(
        waiting.length > 0 ? 'burst-waiting' : 'burst-decided',
        title,
        waiting.length > 0 ? 'accent' : 'emphasis',
      ),
      ...waiting.map((member) => waitingRow(view, member, words)),
      ...(nextLapse === undefined
        ? []
        : [labelOf(words('burst.next-lapse', { when: localTime(nextLapse) }))]),
      ...wouldBeHeld(waiting.length - free.length, words),
      ...others.flatMap((member) => overRow(member, words)),
    ],
    free.length === 0 ? [] : [approveAll(view, free.length, waiting.length, words)],
  );
}

/** What notifications and chat lists show of the card. */
export function burstSummary(view: BurstView, locale: Locale): string {
  return titleOf(view, wordsOf(locale));
}

/** A decision is asked for, here and now. */
function isWaiting({ state, snoozedUntil }: BurstMemberView): boolean {
  return state === 'awaiting-approval' && snoozedUntil === null;
}

function titleOf({ members }: BurstView, words: Words): string {
  const count = members.filter(isWaiting).length;
  return count > 0 ? words('burst.title', { count }) : words('burst.title-done', { count: members.length });
}

function waitingRow(view: BurstView, member: BurstMemberView, words: Words): CardElement {
  const agent = words('burst.for-agent', { agent: member.agentName });
  const [name] = plainText(customerOf(member, words), { weight: 'bolder' });
  const [byWhom] = plainText(agent, { isSubtle: true, size: 'small' });
  const inlines = [
    ...(name?.inlines ?? []),
    { type: 'TextRun', text: '  ' } as const,
    ...(byWhom?.inlines ?? []),
  ];
  return {
    type: 'Container',
    id: `member-${member.place}`,
    spacing: 'medium',
    items: [
      { type: 'RichTextBlock', inlines },
      ...plainText(member.line).map((line) => ({ ...line, spacing: 'none' as const })),
      ...obstacle(member, words),
      { type: 'ActionSet', spacing: 'small', actions: buttons(view, member, words) },
    ],
  };
}

function obstacle({ standsInTheWay }: BurstMemberView, words: Words): CardElement[] {
  if (standsInTheWay === null) return [];
  const text = words('approval.rules-hold', { reason: standsInTheWay });
  return plainText(text, { size: 'small', color: 'attention' }).map((line) => ({ ...line, spacing: 'none' }));
}

function buttons(view: BurstView, member: BurstMemberView, words: Words): ExecuteAction[] {
  const customer = customerOf(member, words);
  const one = (id: string, title: string, tooltip: string): ExecuteAction => ({
    type: 'Action.Execute',
    id: `${id}-${member.place}`,
    title,
    tooltip,
    verb: `burst.${id}`,
    data: { burstId: view.burstId, outreachId: member.outreachId },
    fallback: 'drop',
  });
  return [
    one('approve', words('burst.approve'), words('outreach.approve-tooltip', { customer })),
    one('decline', words('outreach.decline'), words('outreach.decline-tooltip', { customer })),
    one('details', words('burst.details'), words('burst.details-tooltip', { customer })),
  ];
}

/** Why the button names fewer than wait. */
function wouldBeHeld(count: number, words: Words): CardElement[] {
  return count === 0 ? [] : [labelOf(words('burst.would-be-held', { count }))];
}

/**
 * For what nothing is known to stand in the way of: a yes to the rest would only have it held back. `upTo`: who presses has seen no more
 * than these; what joins meanwhile is not theirs to approve.
 */
function approveAll(view: BurstView, free: number, waiting: number, words: Words): ExecuteAction {
  const all = free === waiting;
  return {
    type: 'Action.Execute',
    id: 'approve-all',
    title: words(all ? 'burst.approve-all' : 'burst.approve-free', { count: free }),
    tooltip: words(all ? 'burst.approve-all-tooltip' : 'burst.approve-free-tooltip'),
    verb: 'burst.approve-all',
    data: { burstId: view.burstId, upTo: Math.max(...view.members.map(({ place }) => place)) },
    style: 'positive',
    fallback: 'drop',
  };
}

/** The name and where it stands now. */
function overRow(member: BurstMemberView, words: Words): CardElement[] {
  const label = customerOf(member, words);
  if (member.state === 'awaiting-approval')
    return stepRows([{ mark: 'now', label, hour: snoozed(member, words) }]);
  const more = [whatBecame(member, words)];
  return stepRows([{ mark: isGood(member) ? 'done' : 'problem', label, more }]).map((row) => ({
    ...row,
    id: `member-${member.place}`,
    spacing: 'small',
  }));
}

function whatBecame({ state, optedOut, decidedBy, heldBecause }: BurstMemberView, words: Words): string {
  if (heldBecause !== null) return words('step.held', { reason: heldBecause });
  const title = words(`outreach.title.${optedOut ? 'opted-out' : state}`);
  return decidedBy === null ? title : words('burst.by', { title, person: decidedBy });
}

function snoozed({ snoozedUntil }: BurstMemberView, words: Words): string {
  return snoozedUntil === null
    ? words('burst.own-card')
    : words('burst.snoozed-until', { when: localTime(snoozedUntil) });
}

/** It went, or goes, its way. */
function isGood({ state, optedOut }: BurstMemberView): boolean {
  return !optedOut && ['approved', 'sending', 'sent', 'delivered', 'undelivered', 'replied'].includes(state);
}

function customerOf({ customerName }: BurstMemberView, words: Words): string {
  return customerName ?? words('outreach.anonymous');
}
