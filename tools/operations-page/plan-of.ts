import { afterRefusalOf } from '../../bot/card-sync/after-refusal.ts';
import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { knownRefusals } from '../../src/errors/refusals/known-refusals.ts';
import { afterRefusalWords } from '../teams-error-page/after-refusal-words.ts';
import type { Group } from './group.ts';
import { platformPlanWords } from './platform-plan-words.ts';

/** What Teams answers to cards, and what the network does to them. */
const ofCards = new Set<ErrorCode>([
  'teams.unreachable',
  'teams.bot-removed',
  ...knownRefusals.flatMap(({ code, by }) => (by === 'teams' || by === 'teams-network' ? [code] : [])),
]);

/** What the program itself does after a code, one sentence; null where nobody has written it down. Pure. */
export function planOf(code: ErrorCode, { but = {}, does, asked }: Group): string | null {
  const own = but[code];
  if (own !== undefined) return own;
  if (ofCards.has(code)) return `${afterRefusalWords[afterRefusalOf(code)].replace(/^./, upper)}.`;
  const byClass = does?.[catalogue[code].retry];
  if (byClass !== undefined) return byClass;
  return code.startsWith('genesys.') ? platformPlanWords(code) : (asked ?? null);
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
