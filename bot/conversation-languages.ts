import type { Logger } from 'pino';
import type { ConversationReference } from '../src/store/shapes/reference-table.ts';
import type { SettingTable } from '../src/store/shapes/setting-table.ts';
import { codedError } from './coded-error.ts';
import { type Locale, localeFrom } from './locales/locale.ts';

/** A language, and why it is spoken: somebody chose it there, Teams told it, or it is the installation's. */
interface SpokenLanguage {
  readonly locale: Locale;
  readonly because: 'chosen' | 'told' | 'standard';
}

type Place = Pick<ConversationReference, 'conversationId' | 'locale'>;

export interface ConversationLanguages {
  /** What is spoken in a conversation. Never fails: a choice that cannot be read just now is the one last read. */
  of(place: Place): Promise<SpokenLanguage>;
  /** The same by what is known without asking the store, for answers that cannot wait; null: not a conversation of the bot's. */
  atHand(place: Place | null): Locale;
  /** Speaks this language there from now on; null: what Teams tells. Throws `store.*`. */
  choose(conversationId: string, locale: Locale | null): Promise<void>;
}

/** Choices are kept in the settings by conversation id; what Teams told last is kept with the conversation reference. */
export function createConversationLanguages(parts: {
  settings: Pick<SettingTable, 'get' | 'put' | 'remove'>;
  standard: Locale;
  log: Logger;
}): ConversationLanguages {
  const { settings, standard, log } = parts;
  const keyOf = (conversationId: string): string => `language:${conversationId}`;
  /** The choices last read or made. */
  const choices = new Map<string, Locale>();

  function remember(conversationId: string, choice: Locale | null): void {
    if (choice === null) choices.delete(conversationId);
    else choices.set(conversationId, choice);
  }

  function spoken({ conversationId, locale: told }: Place): SpokenLanguage {
    const choice = choices.get(conversationId);
    if (choice !== undefined) return { locale: choice, because: 'chosen' };
    const locale = localeFrom(told);
    return locale === null ? { locale: standard, because: 'standard' } : { locale, because: 'told' };
  }

  return {
    async of(place) {
      const { conversationId } = place;
      try {
        remember(conversationId, localeFrom(await settings.get(keyOf(conversationId))));
      } catch (error) {
        const { code } = codedError(error, 'teams.failed');
        log.warn({ code, err: error }, 'the language chosen in a conversation could not be read');
      }
      return spoken(place);
    },
    atHand: (place) => (place === null ? standard : spoken(place).locale),
    async choose(conversationId, locale) {
      if (locale === null) await settings.remove(keyOf(conversationId));
      else await settings.put(keyOf(conversationId), locale);
      remember(conversationId, locale);
    },
  };
}
