import assert from 'node:assert/strict';
import { createConversationLanguages } from '../../../bot/conversation-languages.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { memorySettings } from '../../support/memory-settings.ts';
import { recordingLog, silentLog } from '../../support/silent-log.ts';

const told = { conversationId: 'a:ada', locale: 'fr-CA' };
const untold = { conversationId: 'a:bo', locale: null };

describe('the language of a conversation', () => {
  it('is the chosen one, else what Teams told, else the installation’s', async () => {
    const settings = memorySettings();
    const languages = createConversationLanguages({ settings, standard: 'de', log: silentLog });
    assert.deepEqual(await languages.of(untold), { locale: 'de', because: 'standard' });
    assert.deepEqual(await languages.of({ ...told, locale: 'nl-BE' }), { locale: 'de', because: 'standard' });
    assert.deepEqual(await languages.of(told), { locale: 'fr', because: 'told' });
    await languages.choose(told.conversationId, 'ja');
    assert.deepEqual(await languages.of(told), { locale: 'ja', because: 'chosen' });
    assert.deepEqual(await languages.of(untold), { locale: 'de', because: 'standard' }, 'its own only');
    await languages.choose(told.conversationId, null);
    assert.deepEqual(await languages.of(told), { locale: 'fr', because: 'told' });
  });

  it('survives a restart, and a choice this version does not know is none', async () => {
    const settings = memorySettings();
    const start = () => createConversationLanguages({ settings, standard: 'en', log: silentLog });
    await start().choose(told.conversationId, 'es');
    assert.equal((await start().of(told)).locale, 'es');
    for (const key of settings.kept.keys()) settings.kept.set(key, 'tlh');
    assert.equal((await start().of(told)).locale, 'fr');
  });

  it('is the one last known while a choice cannot be read, which is logged', async () => {
    const { log, lines } = recordingLog();
    const settings = memorySettings();
    const languages = createConversationLanguages({ settings, standard: 'en', log });
    await languages.choose(told.conversationId, 'es');
    settings.get = () => Promise.reject(new ReachbackError('store.unavailable'));
    assert.deepEqual(await languages.of(told), { locale: 'es', because: 'chosen' });
    assert.deepEqual(await languages.of({ ...told, conversationId: 'a:cy' }), {
      locale: 'fr',
      because: 'told',
    });
    assert.deepEqual(codedLines(lines), ['store.unavailable', 'store.unavailable']);
  });

  it('is known at once for answers that cannot wait', async () => {
    const languages = createConversationLanguages({
      settings: memorySettings(),
      standard: 'de',
      log: silentLog,
    });
    assert.deepEqual([told, untold, null].map(languages.atHand), ['fr', 'de', 'de']);
    await languages.choose(told.conversationId, 'ja');
    assert.equal(languages.atHand(told), 'ja');
    await languages.choose(told.conversationId, null);
    assert.equal(languages.atHand(told), 'fr');
  });
});
