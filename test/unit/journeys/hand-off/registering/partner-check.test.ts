import assert from 'node:assert/strict';
import { Secret } from '../../../../../src/config/secret.ts';
import type { PlatformCall } from '../../../../../src/genesys/platform-call.ts';
import type { Partner } from '../../../../../src/journeys/hand-off/partner.ts';
import { createPartnerCheck } from '../../../../../src/journeys/hand-off/registering/partner-check.ts';
import { manualClock } from '../../../../support/manual-clock.ts';

const partner: Partner = {
  id: 'southridge',
  organisationId: 'south',
  name: 'Southridge',
  apiUrl: 'https://api.example',
  loginUrl: 'https://login.example',
  clientId: 'client',
  clientSecret: new Secret('hunter2'),
  contract: 'bridge',
  integration: null,
  sessionKey: null,
  trustKeys: [],
  channelTypes: {},
  queues: [],
  ticketUrl: null,
  teamsConversation: null,
  limitMs: 1,
};

describe('asking a partner’s organisation', () => {
  function ground(own = 'north') {
    const clock = manualClock(0);
    let answer: (id: string) => void = () => {};
    let asked = 0;
    let stopped = 0;
    const said = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const call: PlatformCall = async ({ answer: shape }) => {
      asked += 1;
      return { body: shape.parse({ id: await said }), status: 200, correlationId: null };
    };
    const check = createPartnerCheck({
      client: () => ({
        call,
        stop: async () => {
          stopped += 1;
        },
      }),
      ownOrganisationId: async () => own,
      clock,
    });
    return { check, clock, answer: (id: string) => answer(id), asked: () => asked, stopped: () => stopped };
  }

  it('says whether it is the one, and closes the client', async () => {
    const { check, answer, stopped } = ground();
    answer('south');
    assert.equal(await check.codeOf(partner), null);
    assert.equal(await check.codeOf({ ...partner, organisationId: 'east' }), 'handoff.organisation-mismatch');
    assert.equal(stopped(), 2);
    assert.equal(await ground('south').check.codeOf(partner), 'handoff.partner-is-ourselves');
  });

  it('keeps no press waiting, and has the answer for the next one', async () => {
    const { check, clock, answer, asked } = ground();
    const first = check.codeOf(partner);
    await clock.advance(1_400);
    assert.equal(await first, 'handoff.partner-check-late');
    const second = check.codeOf(partner);
    answer('south');
    assert.equal(await second, null);
    assert.equal(asked(), 1);
  });

  it('keeps for the next press an answer nobody heard, but not for long', async () => {
    const { check, clock, answer, asked } = ground();
    const first = check.codeOf(partner);
    await clock.advance(1_400);
    await first;
    answer('south');
    await clock.advance(5_000);
    assert.equal(await check.codeOf(partner), null);
    assert.equal(asked(), 1);
    await check.codeOf(partner);
    assert.equal(asked(), 2);
    assert.equal(clock.pending(), 0);
  });
});
