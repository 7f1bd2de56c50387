import assert from 'node:assert/strict';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { PlatformCall } from '../../../../src/genesys/platform-call.ts';
import { startConversation } from '../../../../src/journeys/widget/start-conversation.ts';

const asked = { contactId: 'contact', channelId: 'deployment' };

describe('starting a conversation of a widget', () => {
  it('is asked for once when nobody knows what became of it: another request could make a second one', async () => {
    let times = 0;
    const call: PlatformCall = async () => {
      times += 1;
      throw new ReachbackError('genesys.no-answer');
    };
    await assert.rejects(startConversation(asked, { call, youngCall: call, newCall: call }), {
      code: 'widget.start-unknown',
      retry: 'never',
    });
    assert.equal(times, 1);
  });

  it('may be asked for again when it surely did not leave', async () => {
    const call: PlatformCall = async () => {
      throw new ReachbackError('genesys.unreachable');
    };
    await assert.rejects(startConversation(asked, { call, youngCall: call, newCall: call }), {
      code: 'genesys.unreachable',
    });
  });
});
