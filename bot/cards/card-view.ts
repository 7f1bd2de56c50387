import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import { type Locale, type Words, wordsOf } from '../locales/words.ts';
import { heldReasonWords } from './held-reason-words.ts';
import type { OutreachView } from './outreach-view.ts';

/** What the ledger's row looks like on a card in one language. */
export function cardView(outreach: Outreach, locale: Locale): OutreachView {
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
    },
    proposedAt: outreach.createdAt,
    text: outreach.text,
    decision: decisionOf(outreach),
    changedAt: outreach.updatedAt,
    lapsesAt: outreach.expiresAt,
    sendAt: outreach.sendAt,
    optedOut: state === 'replied' && reason === 'opted-out',
    reason: state === 'held' && reason !== null ? heldReasonWords(words, reason) : null,
    failure: state === 'failed' ? failureOf(words, reason) : null,
  };
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
