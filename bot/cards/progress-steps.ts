import type { MessageKey } from '../locales/en.ts';
import type { Words } from '../locales/words.ts';
import { localDateTime, localTime } from './local-time.ts';
import type { OutreachView } from './outreach-view.ts';

export interface Step {
  readonly mark: 'done' | 'now' | 'problem';
  readonly label: string;
  /** Our own words with a time in the reader's manner, under the label: a label shows such a time letter by letter. */
  readonly hour?: string;
  /** Smaller lines under the label. */
  readonly more?: readonly string[];
  readonly at?: number;
}

const occasions = {
  presence: 'step.proposed',
  'follow-up': 'step.follow-up',
  'by-hand': 'step.by-hand',
} as const satisfies Readonly<Record<OutreachView['kind'], MessageKey>>;

/** What has happened to an outreach so far, oldest first, and where it stands now. Nothing that has not happened is shown as done. */
export function progressSteps(view: OutreachView, words: Words): Step[] {
  const { changedAt } = view;
  const proposed: Step = {
    mark: 'done',
    label: words(occasions[view.kind], { agent: view.agentName }),
    at: view.proposedAt,
  };
  const cleared = [proposed, ...approval(view, words)];
  const accepted: Step = { mark: 'done', label: words('step.sent') };
  switch (view.state) {
    case 'proposed':
      return [proposed];
    case 'awaiting-approval':
      if (view.snooze !== null) return [proposed, snoozed(view.snooze, words)];
      return [
        proposed,
        { mark: 'now', label: words('step.waiting'), ...hourOf(view, words, 'step.would-leave') },
      ];
    case 'approved':
      return [...cleared, aboutToSend(view, words)];
    case 'sending':
      return [...cleared, { mark: 'now', label: words('step.sending') }];
    case 'sent':
      return [
        ...cleared,
        { ...accepted, at: changedAt },
        { mark: 'now', label: words('step.not-yet-delivered') },
      ];
    case 'delivered':
      return [...cleared, accepted, { mark: 'done', label: words('step.delivered'), at: changedAt }];
    case 'undelivered':
      return [...cleared, accepted, { mark: 'now', label: words('step.undelivered'), at: changedAt }];
    case 'replied':
      return [...cleared, accepted, answered(view, words)];
    case 'declined':
      return [
        proposed,
        {
          mark: 'problem',
          label: declinedBy(view, words),
          more: declineWords(view, words),
          at: view.decision?.at ?? changedAt,
        },
      ];
    case 'expired':
      return [proposed, { mark: 'problem', label: words('step.expired'), at: changedAt }];
    case 'held':
      return [...cleared, { mark: 'problem', label: heldBack(view, words), at: changedAt }];
    case 'failed':
      return [...cleared, failed(view, words)];
    case 'unknown':
      return [
        ...cleared,
        { mark: 'now', label: words('step.unknown'), more: [words('step.unknown-next')], at: changedAt },
      ];
    case 'asked':
      return [
        ...cleared,
        { mark: 'problem', label: words('step.asked'), more: [words('step.asked-next')], at: changedAt },
      ];
    case 'cancelled':
      return [proposed, { mark: 'problem', label: cancelledBy(view, words), at: changedAt }];
  }
}

function answered({ optedOut, changedAt }: OutreachView, words: Words): Step {
  return optedOut
    ? { mark: 'problem', label: words('step.opted-out'), more: [words('step.opted-out-next')], at: changedAt }
    : { mark: 'done', label: words('step.replied'), at: changedAt };
}

function snoozed({ until, by }: NonNullable<OutreachView['snooze']>, words: Words): Step {
  const hour = words('approval.snoozed-until', { when: localTime(until) });
  return { mark: 'now', label: words('approval.snoozed-by', { person: by }), hour };
}

function approval({ decision, textChanged }: OutreachView, words: Words): Step[] {
  if (decision === null) return [];
  const { by, at } = decision;
  if (by === null) return [{ mark: 'done', label: words('step.approved-policy'), at }];
  return [
    {
      mark: 'done',
      label: words('step.approved', { person: by }),
      ...(textChanged ? { more: [words('approval.text-changed', { person: by })] } : {}),
      at,
    },
  ];
}

/** The reason as it was chosen, and the words beside it. */
function declineWords({ declineReason, declineNote }: OutreachView, words: Words): string[] {
  return [
    ...(declineReason === null ? [] : [words(`approval.reason.${declineReason}`)]),
    ...(declineNote === null ? [] : [declineNote]),
  ];
}

function declinedBy({ decision }: OutreachView, words: Words): string {
  return decision?.by ? words('step.declined', { person: decision.by }) : words('outreach.title.declined');
}

function cancelledBy({ decision }: OutreachView, words: Words): string {
  return decision?.by ? words('step.cancelled', { person: decision.by }) : words('outreach.title.cancelled');
}

function aboutToSend(view: OutreachView, words: Words): Step {
  const label = words(view.sendAt === null ? 'step.about-to-send' : 'step.waits-for-hour');
  return { mark: 'now', label, ...hourOf(view, words, 'step.scheduled') };
}

/** When it leaves, or would after a yes; nothing: at once. */
function hourOf(
  { sendAt }: OutreachView,
  words: Words,
  key: 'step.scheduled' | 'step.would-leave',
): Pick<Step, 'hour'> {
  return sendAt === null ? {} : { hour: words(key, { when: localDateTime(sendAt) }) };
}

function heldBack({ reason }: OutreachView, words: Words): string {
  return reason === null ? words('outreach.title.held') : words('step.held', { reason });
}

function failed({ failure, changedAt }: OutreachView, words: Words): Step {
  if (failure === null) return { mark: 'problem', label: words('outreach.title.failed'), at: changedAt };
  const code = failure.code === null ? [] : [words('step.code', { code: failure.code })];
  return {
    mark: 'problem',
    label: words('step.failed', { meaning: failure.meaning }),
    more: [
      ...(failure.likely === null ? [] : [words('step.failed-likely', { likely: failure.likely })]),
      words('step.failed-next', { next: failure.next }),
      ...code,
    ],
    at: changedAt,
  };
}
