import assert from 'node:assert/strict';
import { pressLanguage } from '../../../../bot/actions/press-language.ts';
import { createConversationLanguages } from '../../../../bot/conversation-languages.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { exampleReference } from '../../../support/example-reference.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog, silentLog } from '../../../support/silent-log.ts';

const channel = exampleReference({ locale: 'en-GB' });

describe('a press on the language card', () => {
  async function press(data: unknown, supervisor: boolean) {
    const { log, lines } = recordingLog();
    const languages = createConversationLanguages({
      settings: memorySettings(),
      standard: 'en',
      log: silentLog,
    });
    const person = async () => ({ name: 'Somebody', email: null, agent: null, supervisor });
    const answer = await pressLanguage(data, { reference: channel, locale: 'en', languages, person }, log);
    return { answer, spoken: languages.atHand(channel), codes: codedLines(lines) };
  }

  it('changes the language, with the card in the new one', async () => {
    const { answer, spoken } = await press({ language: 'ja' }, true);
    assert.equal(answer.kind === 'card' && answer.card.lang, 'ja');
    assert.equal(spoken, 'ja');
  });

  it('of a channel is refused to everybody but supervisors, with a code, and logged', async () => {
    const { answer, spoken, codes } = await press({ language: 'ja' }, false);
    assert.match(answer.kind === 'message' ? answer.text : '', /teams\.not-a-supervisor/);
    assert.equal(spoken, 'en');
    assert.deepEqual(codes, ['teams.not-a-supervisor']);
  });

  it('with other data than the card’s changes nothing', async () => {
    for (const data of [null, {}, { language: 'klingon' }, { language: 'DE' }, { language: ['de'] }]) {
      const { answer, spoken, codes } = await press(data, true);
      assert.equal(answer.kind, 'message');
      assert.equal(spoken, 'en');
      assert.deepEqual(codes, ['teams.action-unknown']);
    }
  });
});
