import type { Words } from '../locales/words.ts';
import type { OutreachView } from './outreach-view.ts';
import type { Step } from './progress-steps.ts';

/** Said to who pressed after the decision: who had made it, and when. True for whoever else reads it. Null: nobody pressed in vain. */
export function lateStep(view: OutreachView, words: Words): Step | null {
  const { latePresser: presser, decision, state, changedAt } = view;
  if (presser === null) return null;
  if (state === 'expired')
    return { mark: 'problem', label: words('late.expired', { presser }), at: changedAt };
  const person = decision?.by ?? null;
  if (person === null || decision === null)
    return { mark: 'problem', label: words('late.other', { presser }) };
  const label =
    person === presser
      ? words('late.own', { presser })
      : words(`late.${decidedAs(state)}`, { person, presser });
  return { mark: 'problem', label, at: decision.at };
}

/** By what its decision was; from any later state it had been a yes. */
function decidedAs(state: OutreachView['state']): 'approved' | 'declined' | 'cancelled' {
  return state === 'declined' || state === 'cancelled' ? state : 'approved';
}
