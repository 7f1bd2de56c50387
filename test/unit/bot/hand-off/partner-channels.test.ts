import assert from 'node:assert/strict';
import { partnerChannels } from '../../../../bot/hand-off/partner-channels.ts';
import { writtenPartner } from '../../../../src/journeys/hand-off/registering/kept-partner.ts';
import type { Registration } from '../../../../src/journeys/hand-off/registering/resolve-partners.ts';
import { writtenFromForm } from '../../../../src/journeys/hand-off/registering/written-from-form.ts';
import { registryOf } from '../../../support/registry-of.ts';
import { southridgeForm } from '../../../support/southridge-form.ts';

describe('the channels of partners registered in Teams', () => {
  const inChannel = (id: string, teamsConversation: string, more: Partial<Registration>): Registration => ({
    id,
    revision: 1,
    by: 'Sam',
    at: 1,
    removed: false,
    written: writtenPartner(writtenFromForm({ ...southridgeForm, id, teamsConversation }).written),
    partner: null,
    code: null,
    ...more,
  });

  it('stay theirs when the partner is taken out or cannot be used: our customers’ words are not for them', () => {
    const channels = partnerChannels(
      registryOf(
        [],
        [
          inChannel('out', '19:out@thread.tacv2', { removed: true }),
          inChannel('unset', '19:unset@thread.tacv2', { code: 'handoff.partner-variable-unset' }),
          inChannel('none', '', {}),
        ],
      ),
    );
    assert.deepEqual([...channels.all()], ['19:out@thread.tacv2', '19:unset@thread.tacv2']);
    assert.equal(channels.of('out'), '19:out@thread.tacv2');
    assert.equal(channels.of('none'), null);
  });
});
