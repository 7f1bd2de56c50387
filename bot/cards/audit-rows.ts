import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Words } from '../locales/words.ts';
import { stateWords, whoWords, whyWords } from './audit-words.ts';
import type { NumberedRow } from './numbered-rows.ts';
import { shortened } from './shortened.ts';

const shownOfText = 100;
const longestName = 80;

/** An outreach in a list of the audit trail: what became of it, in whose name, who decided, and the beginning of its text. */
export function auditRow(outreach: Outreach, named: boolean, words: Words): NumberedRow {
  const { id, agentName, customerName, state, reason, decidedBy, text, createdAt } = outreach;
  const customer = shortened(customerName ?? words('outreach.anonymous'), longestName, 1);
  return {
    id,
    at: createdAt,
    title: [...(named ? [customer] : []), stateWords(state, words), agentName].join(' · '),
    lines: [
      ...(reason === null ? [] : [whyWords(reason, words)]),
      ...(decidedBy === null ? [] : [words('audit.decided-by', { person: whoWords(decidedBy, words) })]),
      shortened(text, shownOfText, 1),
    ],
  };
}
