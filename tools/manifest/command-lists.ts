import type { CommandName } from '../../bot/commands/parse-command.ts';
import type { MessageKey } from '../../bot/locales/en.ts';
import type { Locale } from '../../bot/locales/locale.ts';
import { wordsOf } from '../../bot/locales/words.ts';

type Offer = readonly [CommandName, MessageKey];

const help: Offer = ['help', 'help.help'];
const status: Offer = ['status', 'help.status'];
const pause: Offer = ['pause', 'help.pause'];
const resume: Offer = ['resume', 'help.resume'];

/** What Teams offers while somebody writes to the bot, most used first: at most ten a list, for no more can be translated. */
const offered: Readonly<Record<'personal' | 'team', readonly Offer[]>> = {
  personal: [status, pause, resume, help],
  team: [status, pause, resume, help],
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
