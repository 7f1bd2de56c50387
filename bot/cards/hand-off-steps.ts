import { catalogue } from '../../src/errors/catalogue.ts';
import { isErrorCode } from '../../src/errors/is-error-code.ts';
import type { Words } from '../locales/words.ts';
import type { HandOffView } from './hand-off-view.ts';
import type { Step } from './progress-steps.ts';

/** What has happened to a hand-off, oldest first, and where it stands. Nothing that has not happened is shown as done. Pure. */
export function handOffSteps(view: HandOffView, words: Words): Step[] {
  const { state, agentName: agent, partnerName: partner, proposedAt, changedAt: at, attempted, code } = view;
  const proposed: Step = {
    mark: 'done',
    label: words('hand-off.step.proposed', { agent }),
    at: proposedAt,
  };
  const accepted: Step = { mark: 'done', label: words('hand-off.step.accepted', { partner }) };
  const begun = attempted ? [proposed, accepted] : [proposed];
  switch (state) {
    case 'proposed':
      return [proposed, { mark: 'now', label: words('hand-off.step.asking', { partner }) }];
    case 'asserted':
    case 'moving':
      return [proposed, accepted, { mark: 'now', label: words('hand-off.step.moving') }];
    case 'bridged':
      return [
        proposed,
        accepted,
        {
          mark: 'now',
          label: words('hand-off.step.bridged', { partner }),
          more: [...counts(view, words), ...waiting(view, words), ...why(code, words)],
          at,
        },
      ];
    case 'moved':
      return [proposed, accepted, { mark: 'done', label: words('hand-off.step.moved', { partner }), at }];
    case 'ended':
      return [
        ...begun,
        {
          mark: code === null ? 'done' : 'problem',
          label: words(`hand-off.step.ended.${view.endedBy ?? 'source'}`, {
            partner,
            person: view.endedByName ?? agent,
          }),
          more: [...(attempted ? counts(view, words) : []), ...why(code, words)],
          at,
        },
      ];
    case 'refused':
      return [
        ...begun,
        {
          mark: 'problem',
          label: words(attempted ? 'hand-off.step.refused' : 'hand-off.step.ticket-refused'),
          more: why(code, words),
          at,
        },
      ];
    case 'failed':
      return [
        ...begun,
        { mark: 'problem', label: words('hand-off.step.failed'), more: why(code, words), at },
      ];
    case 'unknown':
      return [
        proposed,
        accepted,
        { mark: 'now', label: words('hand-off.step.unknown'), more: why(code, words), at },
      ];
  }
}

/** After the end nothing more comes: then there is no “yet”. */
function counts({ contract, state, toPartner, toCustomer }: HandOffView, words: Words): string[] {
  const key = state === 'ended' ? 'hand-off.step.counted' : 'hand-off.step.counts';
  return contract === 'field' ? [] : [words(key, { out: toPartner, in: toCustomer })];
}

function waiting({ waiting: count }: HandOffView, words: Words): string[] {
  return count === 0 ? [] : [words('hand-off.step.waiting', { count })];
}

/** Meaning, next step and code in the words of the catalogue. */
function why(code: string | null, words: Words): string[] {
  if (code === null) return [];
  if (!isErrorCode(code)) return [words('step.code', { code })];
  const { meaning, next } = catalogue[code];
  return [meaning, words('step.failed-next', { next }), words('step.code', { code })];
}
