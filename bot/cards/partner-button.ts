import type { Words } from '../locales/words.ts';
import type { ExecuteAction } from './adaptive-card.ts';

const styles = {
  register: 'default',
  save: 'positive',
  change: 'default',
  out: 'default',
  leave: 'default',
} as const;

/** A button of the cards of partners, by what it does; `data` goes back with the press. */
export function partnerButton(
  does: keyof typeof styles,
  words: Words,
  data: ExecuteAction['data'] = {},
): ExecuteAction {
  return {
    type: 'Action.Execute',
    id: `partners-${does}`,
    title: words(`partners.${does}`),
    tooltip: words(`partners.${does}-tooltip`),
    verb: `partners.${does}`,
    data,
    // Nothing need be filled in to leave.
    ...(does === 'leave' ? { associatedInputs: 'none' } : {}),
    style: styles[does],
    fallback: 'drop',
  };
}
