import assert from 'node:assert/strict';
import { language } from '../../../../bot/commands/language.ts';
import {
  type ConversationLanguages,
  createConversationLanguages,
} from '../../../../bot/conversation-languages.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { silentLog } from '../../../support/silent-log.ts';

const supervisor: Person = { name: 'Sam', email: 'sam@northwind.example', agent: null, supervisor: true };
const stranger: Person = { name: 'Eve', email: null, agent: null, supervisor: false };
const chat = examplePersonalReference('ada@northwind.example', { locale: 'fr-FR' });
const channel = exampleReference({ locale: 'en-GB' });

describe('the language command', () => {
  let languages: ConversationLanguages;
  beforeEach(() => {
    const settings = memorySettings();
    languages = createConversationLanguages({ settings, standard: 'en', log: silentLog });
  });

  async function say(rest: string, reference = chat, by: Person = stranger) {
    const { card } = await language({ rest, reference, languages, person: async () => by });
    return { lang: card.lang, shown: JSON.stringify(card) };
  }

  it('tells the language, why it is that one, and every other there is', async () => {
    const { lang, shown } = await say('');
    assert.equal(lang, 'fr');
    assert.match(shown, /je parle français.*Teams m’a indiquée/);
    for (const said of ['en', 'de', 'es', 'ja', 'auto'])
      assert.match(shown, new RegExp(`"language":"${said}"`));
    assert.match(shown, /English.*Deutsch.*Español.*日本語/);
    assert.doesNotMatch(shown, /Français/);
  });

  it('changes it by tag or name, answers in the new one at once, and follows Teams again', async () => {
    assert.deepEqual([(await say('Deutsch')).lang, (await languages.of(chat)).locale], ['de', 'de']);
    assert.match((await say('')).shown, /spreche ich Deutsch.*in dieser Unterhaltung gewählt/);
    assert.match((await say('Japanisch')).shown, /日本語を使います/);
    assert.equal((await say('auto')).lang, 'fr');
    assert.equal((await languages.of(chat)).because, 'told');
  });

  it('says which it speaks when asked for another, and changes nothing', async () => {
    const { lang, shown } = await say(`klingon **${'x'.repeat(100)}`);
    assert.equal(lang, 'fr');
    assert.match(shown, /Je ne parle pas «\u00a0klingon \*\*x{30}\u00a0»/);
    assert.equal((await languages.of(chat)).because, 'told');
  });

  it('of a channel is changed by supervisors alone, and told to anybody', async () => {
    await assert.rejects(say('ja', channel), { code: 'teams.not-a-supervisor' });
    await assert.rejects(say('auto', channel), { code: 'teams.not-a-supervisor' });
    assert.equal((await languages.of(channel)).locale, 'en');
    assert.match((await say('', channel)).shown, /I speak English here/);
    assert.equal((await say('ja', channel, supervisor)).lang, 'ja');
    assert.equal((await languages.of(channel)).locale, 'ja');
    assert.equal((await languages.of(chat)).locale, 'fr', 'nobody else’s');
  });
});
