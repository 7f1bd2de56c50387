import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { type LanguageView, languageCard } from '../cards/language-card.ts';
import { findLanguage } from '../locales/find-language.ts';
import { wordsOf } from '../locales/words.ts';
import type { CommandContext, Reply } from './command.ts';

const asTeamsTells = /^(?:auto|automati\p{L}*|automáti\p{L}*|自動)$/iu;
const longestName = 40;

/** Shows or changes the language of this conversation: of a personal chat for who is in it, of a channel for supervisors. */
export async function language({
  rest,
  reference,
  languages,
  person,
}: Pick<CommandContext, 'rest' | 'reference' | 'languages' | 'person'>): Promise<Reply> {
  const asked = rest.trim();
  const automatic = asTeamsTells.test(asked);
  const choice = automatic ? null : findLanguage(asked);
  if (choice === null && !automatic) {
    const { locale, because } = await languages.of(reference);
    return reply({ spoken: locale, because, unknown: asked === '' ? null : asked.slice(0, longestName) });
  }
  if (reference.kind === 'channel' && !(await person()).supervisor) {
    throw new ReachbackError('teams.not-a-supervisor');
  }
  await languages.choose(reference.conversationId, choice);
  const spoken = choice ?? (await languages.of(reference)).locale;
  return reply({ spoken, because: 'set', unknown: null });
}

/** Already in the language it is about. */
function reply(view: LanguageView): Reply {
  return {
    card: languageCard(view, view.spoken),
    summary: wordsOf(view.spoken)('language.title'),
  };
}
