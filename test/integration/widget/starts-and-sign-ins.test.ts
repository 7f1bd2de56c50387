import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { contactsWith } from './contacts-with.ts';
import { codeOf, startWidget, type WidgetGround } from './widget-ground.ts';

describe('a widget that asks for more than a token, on the real program', () => {
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget();
  });
  after(() => ground.stop());

  const bearer = (widgetToken: string) => ({ authorization: `Bearer ${widgetToken}` });

  it('starts the conversation from here, linked at once', async () => {
    const { conversation } = await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true });
    const [contact] = (await contactsWith(ground, 'zd-start')).entities;
    const read = z
      .object({
        participants: z.array(z.object({ purpose: z.string(), externalContactId: z.string().optional() })),
      })
      .parse(await ground.platform('GET', `/api/v2/conversations/${conversation?.id}`));
    assert.equal(
      read.participants.find(({ purpose }) => purpose === 'customer')?.externalContactId,
      contact?.id,
    );
  });

  it('starts it with a token of the moment where ours grew too old for it meanwhile', async () => {
    await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true });
    await ground.control('POST', '/clock', { advanceSeconds: 301 });
    assert.ok((await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true })).conversation);
  });

  it('says what is missing where it is not started', async () => {
    const [org] = (await ground.program.sandbox.state()).orgs;
    const refused = async () =>
      codeOf(
        await ground.ask('/widget/token', {
          assertion: await ground.assertion({ sub: 'zd-start', jti: randomUUID() }),
          start: true,
        }),
      );
    await ground.control('POST', `/clients/${org?.clientId}`, { scopes: ['messaging:read'] });
    assert.equal(await refused(), 'widget.start-scope');
    await ground.control('POST', `/orgs/${org?.id}`, { offers: { messagingConversations: false } });
    assert.equal(await refused(), 'widget.start-not-offered');
  });

  it('signs a customer in on the platform, keeps its refresh token, renews its JWT and ends it', async () => {
    const { deploymentId } = await ground.issue({ sub: 'zd-1' });
    await ground.control('POST', `/deployments/${deploymentId}/messenger`, {
      auth: { enabled: true, allowSessionUpgrade: true },
    });
    const code = async () =>
      z.object({ code: z.string() }).parse(
        await ground.control('POST', `/deployments/${deploymentId}/sign-ins`, {
          subject: 'zd-signed',
          name: 'Sina Signed',
        }),
      ).code;
    const redirectUri = 'https://shop.example/back';
    const given = await ground.issue({ sub: 'zd-signed' }, { signIn: { code: await code(), redirectUri } });
    assert.ok(given.jwt);
    await ground.write(given, 'It is me');
    const renewed = await ground.ask('/widget/refresh', {}, bearer(given.widgetToken));
    assert.ok(z.object({ jwt: z.string() }).parse(renewed.body).jwt);
    assert.equal((await ground.ask('/widget/revoke', {}, bearer(given.widgetToken))).status, 204);
    await waitFor(
      async () =>
        (await ground.program.sandbox.record()).some(
          (entry) => entry.kind === 'guest' && entry.what === 'signed-out',
        ),
      { what: 'the guest to be signed out' },
    );
    const refused = await ground.ask('/widget/token', {
      assertion: await ground.assertion({ sub: 'zd-signed' }),
      signIn: { code: 'used', redirectUri },
    });
    assert.equal(refused.status, 401);
    assert.equal(codeOf(refused), 'genesys.widget.exchange-refused');
    await ground.control('POST', `/deployments/${deploymentId}/messenger`, {
      auth: { enabled: false, allowSessionUpgrade: false },
    });
  });
});
