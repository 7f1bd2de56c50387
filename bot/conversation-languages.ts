import type { Logger } from 'pino';
import type { ConversationReference, SettingTable } from '../src/store/store.ts';
import { codedError } from './coded-error.ts';
import { type Locale, localeFrom } from './locales/locale.ts';

/** A language, and why it is spoken: somebody chose it there, Teams told it, or it is the installation's. */
export interface SpokenLanguage {
  readonly locale: Locale;
  readonly because: 'chosen' | 'told' | 'standard';
}

export interface ConversationLanguages {
  /** What is spoken in a conversation. Never fails: when a choice cannot be read just now, it is as if there were none. */
  of(place: Pick<ConversationReference, 'conversationId' | 'locale'>): Promise<SpokenLanguage>;
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

  async function chosen(conversationId: string): Promise<Locale | null> {
    try {
      return localeFrom(await settings.get(keyOf(conversationId)));
    } catch (error) {
      const { code } = codedError(error, 'teams.failed');
      log.warn({ code, err: error }, 'the language chosen in a conversation could not be read');
      return null;
    }
  }

  return {
    async of({ conversationId, locale: told }) {
      const choice = await chosen(conversationId);
      if (choice !== null) return { locale: choice, because: 'chosen' };
      const locale = localeFrom(told);
      return locale === null ? { locale: standard, because: 'standard' } : { locale, because: 'told' };
    },
    choose: (conversationId, locale) =>
      locale === null
        ? settings.remove(keyOf(conversationId))
        : settings.put(keyOf(conversationId), locale),
  };
}
