import assert from 'node:assert/strict';
import { conversationAddress } from '../../../../src/journeys/replying/conversation-address.ts';

describe('where a conversation is opened', () => {
  it('is the user interface of the region, whichever host tells it', () => {
    const address = 'https://apps.mypurecloud.de/directory/#/analytics/interactions/c%2F1/admin/details';
    assert.equal(
      conversationAddress(['https://api.mypurecloud.de', 'https://login.mypurecloud.de'], 'c/1'),
      address,
    );
    assert.equal(
      conversationAddress(['https://proxy.example', 'https://login.mypurecloud.de'], 'c/1'),
      address,
    );
  });

  it('is the control room of a sandbox, and nowhere for hosts that tell nothing', () => {
    assert.equal(
      conversationAddress(['http://127.0.0.1:3979', 'http://127.0.0.1:3979'], 'c'),
      'http://127.0.0.1:3979/',
    );
    assert.equal(conversationAddress(['https://proxy.example', 'nonsense'], 'c'), null);
    assert.equal(conversationAddress([], 'c'), null);
  });
});
