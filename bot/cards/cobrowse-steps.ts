import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Words } from '../locales/words.ts';
import type { CobrowseView } from './cobrowse-view.ts';
import type { Step } from './progress-steps.ts';

/** What became of an offer of cobrowse so far, oldest first. Nothing the customer did not do is shown as done. Pure. */
export function cobrowseSteps(view: CobrowseView, words: Words): Step[] {
  const { state, attemptedAt: at, changedAt, acceptedAt } = view;
  const offered: Step = { mark: 'done', label: words('cobrowse.step.offered'), at };
  const accepted: Step = {
    mark: 'done',
    label: words('cobrowse.step.accepted'),
    ...(acceptedAt === null ? {} : { at: acceptedAt }),
  };
  const problem = (label: string, more: readonly string[] = []): Step => ({
    mark: 'problem',
    label,
    at: changedAt,
    more,
  });
  switch (state) {
    case 'asking':
      return [{ mark: 'now', label: words('cobrowse.step.asking'), at }];
    case 'offered':
      return [offered, { mark: 'now', label: words('cobrowse.step.waiting') }];
    case 'accepted':
      return [offered, { ...accepted, more: [words('cobrowse.step.accepted-next')] }];
    case 'rejected':
      return [offered, problem(words('cobrowse.step.rejected'))];
    case 'expired':
      return [offered, problem(words('cobrowse.step.expired'))];
    case 'ended':
      return acceptedAt === null
        ? [offered, problem(words('cobrowse.step.over'), [words('cobrowse.step.over-next')])]
        : [offered, accepted, { mark: 'done', label: words('cobrowse.step.ended'), at: changedAt }];
    case 'unknown':
      return view.code === 'cobrowse.outcome-unknown'
        ? [offered, problem(words('cobrowse.step.over'), [words('cobrowse.step.over-next')])]
        : [problem(words('cobrowse.step.unknown'), [words('cobrowse.step.unknown-next')])];
    case 'missing':
      return [problem(words('cobrowse.step.missing'), [words('cobrowse.step.missing-next')])];
    case 'refused':
      return [problem(words('cobrowse.step.refused'), reasons(view.code, words))];
  }
}

function reasons(code: string | null, words: Words): string[] {
  if (code === null || !isErrorCode(code)) return [];
  const { meaning, next } = catalogue[code];
  return [meaning, words('step.failed-next', { next }), words('step.code', { code })];
}
