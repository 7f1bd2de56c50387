import type { CommandName } from '../../bot/commands/parse-command.ts';
import type { MessageKey } from '../../bot/locales/en.ts';
import type { Locale } from '../../bot/locales/locale.ts';
import { wordsOf } from '../../bot/locales/words.ts';

type Offer = readonly [CommandName, MessageKey];

/**
 * What Teams offers while somebody writes to the bot, most used first: at most ten a list, for no more can be translated. The others are on
 * the help card.
 */
const offered: Readonly<Record<'personal' | 'team', readonly Offer[]>> = {
  personal: [
    ['candidates', 'help.candidates'],
    ['history', 'help.history'],
    ['cobrowse', 'help.cobrowse'],
    ['status', 'help.status'],
    ['on queue', 'help.presence'],
    ['available', 'help.presence'],
    ['pause', 'help.pause'],
    ['resume', 'help.resume'],
    ['language', 'help.language'],
    ['help', 'help.help'],
  ],
  team: [
    ['status', 'help.supervisors.status'],
    ['history', 'help.history'],
    ['policy', 'help.policy'],
    ['audit', 'help.audit'],
    ['who', 'help.who'],
    ['partners', 'help.partners'],
    ['pause', 'help.supervisors.pause'],
    ['resume', 'help.resume'],
    ['language', 'help.language'],
    ['help', 'help.help'],
  ],
};

export interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** The bot's command lists in a language; titles are what is said to the bot, the same in every language. Pure. */
export function commandLists(locale: Locale): readonly CommandList[] {
  const words = wordsOf(locale);
  return Object.entries(offered).map(([scope, offers]) => ({
    scopes: [scope],
    commands: offers.map(([title, key]) => ({ title, description: words(key) })),
  }));
}
