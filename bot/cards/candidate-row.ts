import type { Words } from '../locales/words.ts';
import type { CardElement, ShowCardAction } from './adaptive-card.ts';
import { agoWords } from './ago-words.ts';
import type { CandidatesView, CandidateView } from './candidates-view.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';

/** Longest text the platform takes. */
const longestText = 2_000;

/** One customer of the list: who, when and how they left, why they stand there, and a form to write to them. `place` counts from 1. */
export function candidateRow(
  candidate: CandidateView,
  place: number,
  list: Pick<CandidatesView, 'nonce' | 'at' | 'needsApproval'>,
  words: Words,
): CardElement {
  const { customerName, queueName } = candidate;
  const customer = customerName ?? words('outreach.anonymous');
  return {
    type: 'Container',
    id: `candidate-${place}`,
    style: 'emphasis',
    spacing: 'medium',
    items: [
      ...plainText(customer, { weight: 'bolder' }),
      ...(queueName === null ? [] : closely(plainText(queueName, { size: 'small', isSubtle: true }))),
      line(session(candidate, list.at, words)),
      line(words('candidates.why', { reasons: reasons(candidate, words) })),
      {
        type: 'ActionSet',
        id: `candidate-${place}-actions`,
        actions: [form(candidate, customer, place, list, words)],
      },
    ],
  };
}

function session({ endedAt, endedBy, lastActivityAt }: CandidateView, at: number, words: Words): string {
  const since = endedAt ?? lastActivityAt;
  const values = { when: localDateTime(since), ago: agoWords(words, at - since) };
  return words(`candidates.session.${endedAt === null ? 'active' : (endedBy ?? 'ended')}`, values);
}

function reasons({ rank: { near, abandoned } }: CandidateView, words: Words): string {
  return [words(`candidates.why.${near}`), ...(abandoned ? [words('candidates.why.abandoned')] : [])].join(
    ' · ',
  );
}

function form(
  { conversationId, draft }: CandidateView,
  customer: string,
  place: number,
  { nonce, needsApproval }: Pick<CandidatesView, 'nonce' | 'needsApproval'>,
  words: Words,
): ShowCardAction {
  return {
    type: 'Action.ShowCard',
    id: `candidate-${place}-write`,
    title: words('candidates.write'),
    tooltip: words('candidates.write-tooltip', { customer }),
    fallback: 'drop',
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          // Told apart, because some clients send the inputs of all forms of a card.
          id: `candidateText${place}`,
          label: words('candidates.text'),
          value: draft.slice(0, longestText),
          maxLength: longestText,
          isMultiline: true,
          isRequired: true,
          errorMessage: words('candidates.text-missing'),
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          id: `candidate-${place}-send`,
          title: words(needsApproval ? 'candidates.ask' : 'candidates.send'),
          tooltip: words(needsApproval ? 'candidates.ask-tooltip' : 'candidates.send-tooltip', { customer }),
          verb: 'candidate.send',
          data: { conversationId, nonce, place },
          style: 'positive',
          fallback: 'drop',
        },
      ],
    },
  };
}

function line(text: string): CardElement {
  return { type: 'TextBlock', text, size: 'small', wrap: true, spacing: 'none' };
}

function closely(blocks: ReturnType<typeof plainText>): CardElement[] {
  return blocks.map((block) => ({ ...block, spacing: 'none' as const }));
}
