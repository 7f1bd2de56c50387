import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Words } from '../locales/words.ts';
import type { Step } from './progress-steps.ts';
import type { ReplyView } from './reply-view.ts';
import { shortened } from './shortened.ts';

/** The last ones are enough: the conversation has them all. */
const mostShown = 3;
const longestText = 300;

const marks = {
  sending: 'now',
  sent: 'done',
  refused: 'problem',
  unknown: 'problem',
  missing: 'problem',
} as const;

/** What became of the agent's replies, in the words they wrote. Pure. */
export function replySteps(replies: ReplyView['replies'], words: Words): Step[] {
  return replies.slice(-mostShown).map(({ text, state, code, attemptedAt }) => ({
    mark: marks[state],
    label: words(`reply.state.${state}`),
    at: attemptedAt,
    more: [
      words('reply.quoted', { text: shortened(text, longestText, 6) }),
      ...(state === 'refused' && code !== null && isErrorCode(code)
        ? [
            catalogue[code].meaning,
            words('step.failed-next', { next: catalogue[code].next }),
            words('step.code', { code }),
          ]
        : []),
      ...(state === 'unknown' || state === 'missing' ? [words(`reply.next.${state}`)] : []),
    ],
  }));
}
