import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Locale } from '../locales/locale.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import { heldReasonWords } from './held-reason-words.ts';
import type { BriefingView, OutreachView } from './outreach-view.ts';

/** What the ledger's row looks like on a card in one language. `latePresser`: who pressed in vain, for their own answer. */
export function cardView(
  outreach: Outreach,
  locale: Locale,
  latePresser: string | null = null,
): OutreachView {
  const words = wordsOf(locale);
  const { state, reason } = outreach;
  return {
    outreachId: outreach.id,
    kind: outreach.kind,
    state,
    customerName: outreach.customerName,
    queueName: outreach.queueName,
    agentName: outreach.agentName,
    session: {
      ended: outreach.sessionEndedAt !== null,
      at: outreach.sessionEndedAt ?? outreach.sessionLastActivityAt,
      endedBy: outreach.sessionEndedBy,
    },
    proposedAt: outreach.createdAt,
    text: outreach.text,
    textChanged: outreach.proposedText !== null,
    briefing: briefingOf(outreach, words),
    snooze: snoozeOf(outreach),
    askedAgain: state === 'awaiting-approval' && outreach.backAtVersion > 0,
    declineReason: outreach.declineReason,
    declineNote: outreach.declineNote,
    latePresser,
    decision: decisionOf(outreach),
    changedAt: outreach.updatedAt,
    lapsesAt: outreach.expiresAt,
    sendAt: outreach.sendAt,
    optedOut: state === 'replied' && reason === 'opted-out',
    reason: state === 'held' && reason !== null ? heldReasonWords(words, reason) : null,
    failure: state === 'failed' ? failureOf(words, reason) : null,
  };
}

function briefingOf({ state, briefing }: Outreach, words: Words): BriefingView | null {
  if (state !== 'awaiting-approval' || briefing === null) return null;
  const { said, standsInTheWay } = briefing;
  return { said, standsInTheWay: standsInTheWay?.map((reason) => obstacle(reason, words)) ?? null };
}

/** A rule's reason, or the code of what is wrong with the message itself. */
function obstacle(reason: string, words: Words): string {
  return isErrorCode(reason) ? catalogue[reason].meaning : heldReasonWords(words, reason);
}

function snoozeOf({ snoozedUntil, snoozedBy }: Outreach): OutreachView['snooze'] {
  return snoozedUntil === null || snoozedBy === null ? null : { until: snoozedUntil, by: snoozedBy };
}

function decisionOf({ decidedBy, decidedAt }: Outreach): OutreachView['decision'] {
  if (decidedBy === null || decidedAt === null) return null;
  return { by: decidedBy === 'policy' ? null : decidedBy, at: decidedAt };
}

function failureOf(words: Words, code: string | null): OutreachView['failure'] {
  if (code !== null && isErrorCode(code)) {
    const { meaning, likely, next } = catalogue[code];
    return { code, meaning, likely, next };
  }
  return {
    code,
    meaning: words('step.failed-unclear'),
    likely: null,
    next: words('step.failed-unclear-next'),
  };
}
