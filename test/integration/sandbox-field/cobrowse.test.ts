import assert from 'node:assert/strict';
import type { Participant } from '../../../src/sandbox/world/conversation.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type OpenSocket, openSocket } from '../../support/sandbox/open-socket.ts';
import { connectedGuest, endedGuest, first, type Guest } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, startField } from './field-ground.ts';

const path = '/api/v2/cobrowse/sessions';

describe('cobrowse', () => {
  let ground: FieldGround;
  let guest: Guest;
  let window: OpenSocket;
  beforeEach(async () => {
    ground = await startField();
    guest = connectedGuest(ground.near.org);
    const { token, deploymentId } = guest.customer;
    window = await openSocket(`${ground.platform.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}`);
    window.send({ action: 'configureSession', token, deploymentId });
    await waitFor(() => window.frames.find((frame) => frame.class === 'SessionResponse'), {
      what: 'the session',
    });
  });
  afterEach(async () => {
    await window.close();
    await ground.close();
  });

  const offers = () =>
    window.frames.flatMap(({ body }) =>
      (body.events ?? []).flatMap((event: { eventType: string; coBrowse?: { type: string } }) =>
        event.eventType === 'CoBrowse' ? [event.coBrowse] : [],
      ),
    );
  const offered = (type: string) =>
    waitFor(() => offers().find((each: { type: string }) => each.type === type), { what: type });
  const agentOf = ({ conversation }: Guest): Participant => {
    const agent = conversation.participants.find(({ purpose }) => purpose === 'agent');
    assert.ok(agent);
    return agent;
  };
  const sessions = async () =>
    (await ground.control('GET', `/orgs/${ground.near.org.id}/cobrowses`)).body.sessions;
  const messenger = (settings: unknown) =>
    ground.control('POST', `/deployments/${guest.customer.deploymentId}/messenger`, { cobrowse: settings });

  describe('started from a backend', () => {
    const start = (mode?: string) => ({
      id: 'session-1',
      type: 'cobrowse',
      initiator: { id: agentOf(guest).userId, type: 'user' },
      target: { id: guest.conversation.id, type: 'interaction' },
      ...(mode !== undefined && { settings: { mode } }),
    });

    it('is refused in the old form, word for word', async () => {
      for (const body of [
        { participants: [{ id: agentOf(guest).userId }] },
        { ...start(), participants: [] },
        { initiatorId: 'x' },
      ]) {
        const { status, body: answer } = await ground.near.call('POST', path, body);
        assert.equal(status, 400);
        assert.deepEqual(answer, {
          status: 400,
          code: 'bad_request',
          message: 'Invalid session initiation parameters',
          errors: [
            {
              code: 'invalid_field',
              message: "Field 'participants' contains invalid user ID format",
              path: 'participants[0].id',
            },
          ],
        });
      }
      assert.deepEqual(await sessions(), []);
    });

    it('is offered to the guest, to view unless control is asked for', async () => {
      const { status, body } = await ground.near.call('POST', path, start());
      assert.equal(status, 200);
      assert.deepEqual(body, { ...start('view') });
      const offer = await offered('Offering');
      assert.deepEqual(Object.keys(offer), ['type', 'sessionId', 'sessionJoinToken']);
      assert.equal(offer.sessionId, 'session-1');
      assert.equal((await sessions())[0].state, 'offering');
      const control = { ...start('control'), id: 'session-2' };
      assert.equal((await ground.near.call('POST', path, control)).status, 200);
      assert.deepEqual(
        (await sessions()).map(({ mode }: { mode: string }) => mode),
        ['view', 'control'],
      );
    });

    it('never connects when the initiator is not logged in, and the answer does not say so', async () => {
      const agentId = agentOf(guest).userId ?? '';
      await ground.control('POST', `/agents/${agentId}/presence`, { presence: 'Offline' });
      const { status, body } = await ground.near.call('POST', path, start());
      assert.equal(status, 200);
      assert.deepEqual(body, start('view'));
      assert.match((await ground.lastReason()) ?? '', /not logged in/);
      ground.platform.advance(3_600_000);
      assert.equal((await sessions())[0].state, 'silent');
      assert.deepEqual(offers(), []);
      assert.equal((await ground.control('POST', '/cobrowses/session-1', { accept: true })).status, 400);
    });

    const wrong: readonly [string, () => unknown, string][] = [
      [
        'the customer as target',
        () => ({ ...start(), target: { id: guest.customer.id, type: 'interaction' } }),
        'target.id',
      ],
      [
        'a conversation that is over',
        () => ({
          ...start(),
          target: { id: endedGuest(ground.near.org, true).conversation.id, type: 'interaction' },
        }),
        'target.id',
      ],
      [
        'another type of target',
        () => ({ ...start(), target: { id: guest.conversation.id, type: 'customer' } }),
        'target.type',
      ],
      [
        'an initiator nobody knows',
        () => ({ ...start(), initiator: { id: 'x', type: 'user' } }),
        'initiator.id',
      ],
      [
        'an initiator of the other organisation',
        () => ({ ...start(), initiator: { id: first([...ground.far.org.agents.keys()]), type: 'user' } }),
        'initiator.id',
      ],
      ['another mode', () => start('paint'), 'settings.mode'],
      ['another type', () => ({ ...start(), type: 'screenshare' }), 'type'],
      ['a key nobody knows', () => ({ ...start(), more: 1 }), 'more'],
      ['no body', () => undefined, 'body'],
    ];
    for (const [what, body, where] of wrong) {
      it(`is refused with ${what}, naming the field`, async () => {
        const { status, body: answer } = await ground.near.call('POST', path, body());
        assert.equal(status, 400);
        assert.deepEqual(Object.keys(answer), ['status', 'code', 'message', 'errors']);
        assert.equal(answer.message, 'Invalid session initiation parameters');
        assert.equal(answer.errors.length, 1);
        assert.equal(answer.errors[0].code, 'invalid_field');
        assert.equal(answer.errors[0].path, where);
        assert.deepEqual(await sessions(), []);
      });
    }

    it('follows the deployment: no cobrowse, no control', async () => {
      await messenger({ enabled: true, allowAgentControl: false });
      assert.equal(
        (await ground.near.call('POST', path, start('control'))).body.errors[0].path,
        'settings.mode',
      );
      await messenger({ enabled: false, allowAgentControl: false });
      assert.equal((await ground.near.call('POST', path, start())).body.errors[0].path, 'target.id');
    });

    it('takes an id once', async () => {
      await ground.near.call('POST', path, start());
      assert.equal((await ground.near.call('POST', path, start())).body.errors[0].path, 'id');
    });
  });

  describe('of the platform', () => {
    const offer = (agentId = agentOf(guest).userId ?? '') =>
      ground.near.callAs(agentId, 'POST', `/api/v2/conversations/${guest.conversation.id}/cobrowse`);

    it('is offered by the agent on the conversation, and found by id and by join code', async () => {
      const { status, body } = await offer();
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body).sort(), [
        'communicationType',
        'dateOfferEnds',
        'id',
        'joinCode',
        'name',
        'selfUri',
        'websocketUrl',
      ]);
      assert.equal((await offered('Offering')).sessionId, body.id);
      const stem = `/api/v2/webdeployments/deployments/${guest.customer.deploymentId}/cobrowse`;
      assert.deepEqual((await ground.near.call('GET', `${stem}/${body.id}`)).body, body);
      assert.deepEqual((await ground.near.call('GET', `${stem}/${body.joinCode}`)).body, body);
      const elsewhere = [...ground.near.org.deployments.keys()].find(
        (id) => id !== guest.customer.deploymentId,
      );
      const other = `/api/v2/webdeployments/deployments/${elsewhere}/cobrowse/${body.id}`;
      assert.equal((await ground.near.call('GET', other)).status, 404);
      assert.equal((await ground.near.call('DELETE', `${stem}/${body.joinCode}`)).status, 200);
      assert.equal((await ground.near.call('GET', `${stem}/${body.id}`)).status, 404);
    });

    for (const [accept, type, event] of [
      [true, 'OfferingAccepted', 'cobrowse-accepted'],
      [false, 'OfferingRejected', 'cobrowse-rejected'],
    ] as const) {
      it(`tells the guest’s windows ${type}, and the record`, async () => {
        const { body } = await offer();
        const { status } = await ground.control('POST', `/cobrowses/${body.id}`, { accept });
        assert.equal(status, 200);
        assert.equal((await offered(type)).sessionId, body.id);
        const told = ground.platform.world.record.flatMap((entry) =>
          entry.kind === 'guest' ? [entry.what] : [],
        );
        assert.deepEqual(told, ['cobrowse-offered', event]);
        assert.equal((await ground.control('POST', `/cobrowses/${body.id}`, { accept })).status, 400);
      });
    }

    it('expires by the sandbox’s clock', async () => {
      const { body } = await offer();
      ground.platform.advance(60_000);
      assert.equal((await offered('OfferingExpired')).sessionId, body.id);
      assert.equal((await sessions())[0].state, 'expired');
      assert.equal((await ground.control('POST', `/cobrowses/${body.id}`, { accept: true })).status, 400);
    });

    it('is for the agent on the conversation alone, while their leg is connected', async () => {
      const client = await ground.near.call(
        'POST',
        `/api/v2/conversations/${guest.conversation.id}/cobrowse`,
      );
      assert.equal(client.status, 403);
      const stranger = [...ground.near.org.agents.keys()].find((id) => id !== agentOf(guest).userId);
      assert.equal((await offer(stranger)).status, 404);
      agentOf(guest).legs[0].state = 'disconnected';
      assert.equal((await offer()).status, 400);
    });

    it('is not there on a deployment without it; its configuration says so too', async () => {
      await messenger({ enabled: false, allowAgentControl: false });
      assert.equal((await offer()).status, 400);
      const config = `/webdeployments/v1/deployments/${guest.customer.deploymentId}/config.json`;
      assert.equal((await ground.near.call('GET', config)).body.cobrowse.enabled, false);
    });
  });
});
