import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { createNoteOptOut } from '../../../../src/journeys/policy/note-opt-out.ts';
import { customerKeys } from '../../../../src/sessions/session.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { recordingLog } from '../../../support/silent-log.ts';

describe('note opt-out', () => {
  async function answer(readText: () => Promise<string | null>) {
    const stopped: string[] = [];
    const { log, lines } = recordingLog();
    const outreach = exampleOutreach();
    const note = createNoteOptOut({
      readText,
      optOuts: { add: async (key) => void stopped.push(key), among: async () => new Set() },
      sessions: { knownAs: async (customer) => [...customerKeys(customer), 'guest:elsewhere'] },
      now: () => 1,
      log,
    });
    await note(outreach, 'message');
    return { stopped, lines, outreach };
  }

  it('notes a "stop", and never the words', async () => {
    const { stopped, lines, outreach } = await answer(async () => 'Stop!');
    assert.ok(stopped.includes(outreach.customerKey));
    assert.ok(stopped.includes('guest:elsewhere'), 'at another browser of theirs, too');
    assert.ok(!lines.join('').includes('Stop!'));
  });

  it('leaves any other answer alone', async () => {
    assert.deepEqual((await answer(async () => 'Please do not stop')).stopped, []);
  });

  it('throws for an answer that cannot be read just now, and lets go of one that never can be', async () => {
    const failing = (error: ReachbackError) => () => Promise.reject(error);
    await assert.rejects(answer(failing(new ReachbackError('genesys.server-error'))));
    await assert.rejects(answer(failing(new ReachbackError('store.unavailable'))));
    assert.deepEqual((await answer(failing(new ReachbackError('genesys.not-found')))).stopped, []);
  });
});
