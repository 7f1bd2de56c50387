import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { MessageWire } from '../../../../src/genesys/wire/message.ts';
import { customersWords } from '../../../../src/journeys/policy/customers-words.ts';
import { createNoteOptOut } from '../../../../src/journeys/policy/note-opt-out.ts';
import { customerKeys } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { recordingLog } from '../../../support/silent-log.ts';

type Said = NonNullable<MessageWire['normalizedMessage']>;

describe('note opt-out', () => {
  async function answer(readText: () => Promise<Said>) {
    const stopped: string[] = [];
    const { log, lines } = recordingLog();
    const outreach = exampleOutreach();
    const note = createNoteOptOut({
      readMessage: async (id) => ({ id, normalizedMessage: await readText() }),
      optOuts: { add: async (keys) => void stopped.push(...keys), among: async () => new Set() },
      sessions: { knownAs: async (customer) => [...customerKeys(customer), 'guest:elsewhere'] },
      now: () => 1,
      log,
    });
    await note(outreach, 'message');
    return { stopped, lines, outreach };
  }

  it('notes a "stop", and never the words', async () => {
    const { stopped, lines, outreach } = await answer(async () => ({ text: 'Stop!' }));
    assert.ok(stopped.includes(outreach.customerKey));
    assert.ok(stopped.includes('guest:elsewhere'), 'at another browser of theirs, too');
    assert.ok(!lines.join('').includes('Stop!'));
  });

  it('leaves any other answer alone', async () => {
    assert.deepEqual((await answer(async () => ({ text: 'Please do not stop' }))).stopped, []);
  });

  it('notes a "stop" that was pressed, and none in what we wrote ourselves', async () => {
    const pressed = { contentType: 'ButtonResponse', buttonResponse: { text: 'Unsubscribe' } };
    assert.equal((await answer(async () => ({ text: '', content: [pressed] }))).stopped.length > 0, true);
    const ours = async () => ({ id: 'ours', direction: 'outbound', normalizedMessage: { text: 'stop' } });
    assert.deepEqual(customersWords(await ours()), []);
  });

  it('throws for an answer that cannot be read just now, and lets go of one that never can be', async () => {
    const failing = (error: ReachbackError) => () => Promise.reject(error);
    await assert.rejects(answer(failing(new ReachbackError('genesys.server-error'))));
    await assert.rejects(answer(failing(new ReachbackError('store.unavailable'))));
    assert.deepEqual((await answer(failing(new ReachbackError('genesys.not-found')))).stopped, []);
  });
});
