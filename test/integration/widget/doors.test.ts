import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { codeOf, issued, older, origin, startWidget, type WidgetGround } from './widget-ground.ts';

const contacts = z.object({
  total: z.number(),
  entities: z.array(z.object({ id: z.string(), externalIds: z.array(z.object({ value: z.string() })) })),
});

describe('the doors of a widget, on the real program', () => {
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget();
  });
  after(() => ground.stop());

  const contactsWith = async (text: string) =>
    contacts.parse(
      await ground.platform(
        'GET',
        `/api/v2/externalcontacts/contacts?q=${encodeURIComponent(text)}&pageSize=50`,
      ),
    );
  const bearer = (widgetToken: string) => ({ authorization: `Bearer ${widgetToken}` });
  const now = () => Math.floor(Date.now() / 1000);

  it('give a known customer all a guest needs, with nothing for caches and only their page’s origin', async () => {
    const { status, headers, body } = await ground.ask('/widget/token', {
      assertion: await ground.assertion({ sub: 'zd-1', name: 'Anna Example', attributes: { plan: 'gold' } }),
      sessionToken: 'a-session-of-this-browser',
    });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('vary'), 'Origin');
    assert.equal(headers.get('cache-control'), 'no-store');
    const given = issued.parse(body);
    assert.equal(given.expiresInSeconds, 300);
    assert.equal(given.sessionToken, 'a-session-of-this-browser');
    assert.equal(given.jwt, null);
    assert.deepEqual(Object.keys(given.customAttributes).sort(), ['plan', 'reachbackVisit', 'userId']);
    assert.deepEqual(
      (await contactsWith('zd-1')).entities.map(({ externalIds }) => externalIds.map(({ value }) => value)),
      [['zd-1']],
    );
  });

  it('answer the browser’s question before, to listed pages alone', async () => {
    for (const [asked, status] of [
      [origin, 204],
      ['https://evil.example', 403],
    ] as const) {
      const answer = await fetch(`${ground.program.url}/widget/token`, {
        method: 'OPTIONS',
        headers: { origin: asked, 'access-control-request-method': 'POST' },
      });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('vary'), 'Origin');
      assert.equal(answer.headers.get('access-control-allow-origin'), status === 204 ? asked : null);
    }
  });

  const refusals: readonly [
    code: string,
    status: number,
    ask: (own: WidgetGround) => ReturnType<WidgetGround['ask']>,
  ][] = [
    [
      'widget.bad-origin',
      403,
      async (own) =>
        own.ask('/widget/token', { assertion: await own.assertion() }, { origin: 'https://evil.example' }),
    ],
    ['widget.request-malformed', 400, (own) => own.ask('/widget/token', '{"assertion":')],
    ['widget.request-malformed', 400, (own) => own.ask('/widget/token', { asertion: 'x' })],
    [
      'widget.request-malformed',
      400,
      (own) => own.ask('/widget/token', {}, { 'content-type': 'text/plain' }),
    ],
    ['widget.assertion-missing', 401, (own) => own.ask('/widget/token', {})],
    ['widget.assertion-malformed', 400, (own) => own.ask('/widget/token', { assertion: 'a.b.c' })],
    [
      'widget.bad-signature',
      401,
      async (own) =>
        own.ask('/widget/token', {
          assertion: await own.assertion({}, { secret: 'somebody-elses-secret-of-32-chars' }),
        }),
    ],
    [
      'widget.unknown-key',
      401,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({}, { kid: 'gone' }) }),
    ],
    [
      'widget.algorithm-refused',
      401,
      (own) =>
        own.ask('/widget/token', {
          assertion: `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
        }),
    ],
    [
      'widget.expired',
      401,
      async (own) =>
        own.ask('/widget/token', { assertion: await own.assertion({ iat: now() - 400, exp: now() - 100 }) }),
    ],
    [
      'widget.not-yet-valid',
      401,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ iat: now() + 100 }) }),
    ],
    [
      'widget.lives-too-long',
      401,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ exp: now() + 86_400 }) }),
    ],
    [
      'widget.wrong-audience',
      401,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ aud: 'them' }) }),
    ],
    [
      'widget.wrong-issuer',
      401,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ iss: 'other' }) }),
    ],
    [
      'widget.wrong-scope',
      403,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ scope: 'refresh' }) }),
    ],
    [
      'widget.malformed-id',
      400,
      async (own) => own.ask('/widget/token', { assertion: await own.assertion({ sub: '' }) }),
    ],
    [
      'widget.attributes-too-large',
      400,
      async (own) =>
        own.ask('/widget/token', {
          assertion: await own.assertion({ attributes: { text: 'x'.repeat(2_100) } }),
        }),
    ],
    ['widget.token-missing', 401, (own) => own.ask('/widget/refresh', {})],
    [
      'widget.token-malformed',
      400,
      async (own) => own.ask('/widget/refresh', {}, { authorization: `Bearer ${await own.assertion()}` }),
    ],
  ];
  for (const [code, status, ask] of refusals)
    it(`refuse ${code} with ${status}, and say what to do`, async () => {
      const answer = await ask(ground);
      assert.equal(codeOf(answer), code);
      assert.equal(answer.status, status);
    });

  it('take the old secret beside the new one, and an assertion that names no key', async () => {
    for (const by of [{ kid: 'old', secret: older }, { kid: undefined, secret: older }, { kid: undefined }])
      assert.equal(
        (await ground.ask('/widget/token', { assertion: await ground.assertion({ sub: 'zd-1' }, by) }))
          .status,
        200,
      );
  });

  it('take an assertion with a jti once, however many times at once', async () => {
    const assertion = await ground.assertion({ sub: 'zd-1', jti: 'once' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ground.ask('/widget/token', { assertion })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401, 401, 401]);
    assert.equal(codeOf(await ground.ask('/widget/token', { assertion })), 'widget.replayed');
  });

  it('renew a token, and end the visit in such a way that nothing renews it', async () => {
    const { widgetToken } = await ground.issue({ sub: 'zd-1' });
    const renewed = await ground.ask('/widget/refresh', {}, bearer(widgetToken));
    assert.equal(renewed.status, 200);
    const next = z.object({ widgetToken: z.string() }).parse(renewed.body).widgetToken;
    for (let times = 0; times < 2; times += 1)
      assert.equal((await ground.ask('/widget/revoke', {}, bearer(next))).status, 204);
    assert.equal(codeOf(await ground.ask('/widget/refresh', {}, bearer(widgetToken))), 'widget.revoked');
  });

  it('give no more than the assertion’s scope', async () => {
    const { widgetToken } = await ground.issue({ sub: 'zd-1', scope: 'chat revoke' });
    assert.equal(codeOf(await ground.ask('/widget/refresh', {}, bearer(widgetToken))), 'widget.wrong-scope');
    assert.equal((await ground.ask('/widget/revoke', {}, bearer(widgetToken))).status, 204);
  });

  it('make one contact of fifty first requests at once, through lost answers', async () => {
    await ground.program.sandbox.fault({
      method: 'POST',
      path: '/externalcontacts/contacts$',
      when: 'after',
      reset: true,
      count: 1,
    });
    await Promise.all(Array.from({ length: 50 }, () => ground.issue({ sub: 'zd-fifty' })));
    assert.equal((await contactsWith('zd-fifty')).total, 1);
  });

  it('know a customer by a key of the CRM, and give their contact the old id', async () => {
    await ground.issue({ sub: 'zd-crm', external_id: 'CRM-1001' });
    const [contact] = (await contactsWith('CRM-1001')).entities;
    assert.deepEqual(contact?.externalIds.map(({ value }) => value).sort(), ['CRM-1001', 'zd-crm']);
    await ground.issue({ sub: 'zd-crm' });
    assert.equal((await contactsWith('zd-crm')).total, 1);
  });

  it('link nothing where two ids are of two people', async () => {
    await ground.issue({ sub: 'zd-one', external_id: 'CRM-1002' });
    await ground.issue({ sub: 'zd-two' });
    for (const external_id of ['CRM-1002', 'CRM-1003']) {
      if (external_id === 'CRM-1003') await ground.issue({ sub: 'zd-three', external_id });
      const answer = await ground.ask('/widget/token', {
        assertion: await ground.assertion({ sub: 'zd-two', external_id }),
      });
      assert.equal(answer.status, 409);
      assert.equal(codeOf(answer), 'widget.two-people');
    }
  });

  it('link each conversation the guest begins to the contact, where its history is', async () => {
    for (const text of ['Where is my order?', 'And the other one?'])
      await ground.write(await ground.issue({ sub: 'zd-writer', name: 'Willa Writer' }), text);
    const [contact] = (await contactsWith('zd-writer')).entities;
    // As an agent's desktop asks for the conversations of a contact.
    const history = async () =>
      z.object({ totalHits: z.number() }).parse(
        await ground.platform('POST', '/api/v2/analytics/conversations/details/query', {
          interval: `${new Date(Date.now() - 3_600_000).toISOString()}/${new Date(Date.now() + 3_600_000).toISOString()}`,
          segmentFilters: [
            { type: 'and', predicates: [{ dimension: 'externalContactId', value: contact?.id }] },
          ],
        }),
      ).totalHits;
    await waitFor(async () => (await history()) === 2, {
      what: 'both conversations under the contact',
      deadlineMs: 15_000,
    });
  });

  it('link it although the platform fails at first', async () => {
    await ground.program.sandbox.fault({
      method: 'PUT',
      path: '/externalcontacts/conversations/',
      status: 400,
      count: 1,
    });
    const given = await ground.issue({ sub: 'zd-late' });
    await ground.write(given, 'Hello?');
    const [contact] = (await contactsWith('zd-late')).entities;
    await waitFor(
      async () =>
        (await ground.program.sandbox.state()).orgs[0]?.customers.some(
          ({ externalContactId }) => externalContactId === contact?.id,
        ),
      { what: 'the conversation to be linked', deadlineMs: 10_000 },
    );
  });

  it('start the conversation from here, linked at once', async () => {
    const { conversation } = await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true });
    const [contact] = (await contactsWith('zd-start')).entities;
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

  it('start it with a token of the moment where ours grew too old for it meanwhile', async () => {
    await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true });
    await ground.control('POST', '/clock', { advanceSeconds: 301 });
    assert.ok((await ground.issue({ sub: 'zd-start', jti: randomUUID() }, { start: true })).conversation);
  });

  it('say what is missing where it is not started', async () => {
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

  it('sign a customer in on the platform, keep its refresh token, renew its JWT and end it', async () => {
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

  it('count what became of requests, and keep secrets out of the log', async () => {
    const metrics = await (await fetch(`${ground.program.url}/metrics`)).text();
    assert.match(metrics, /reachback_widget_requests_total\{outcome="issued"\} \d+/);
    assert.match(metrics, /reachback_widget_requests_total\{outcome="widget.expired"\} \d+/);
    const { widgetToken } = await ground.issue({ sub: 'zd-1' });
    for (const word of [widgetToken, 'zd-writer', 'a-secret-the-site', 'Where is my order'])
      assert.ok(!ground.program.output().includes(word), word);
  });
});

describe('a widget that is set up otherwise', () => {
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget({
      WIDGET_ANONYMOUS: 'on',
      WIDGET_NEW_USERS: 'refuse',
      WIDGET_PER_USER: '3',
      WIDGET_TOKEN_SECONDS: '60',
    });
  });
  after(() => ground.stop());

  it('serves guests without an assertion, who can renew and end their visit', async () => {
    const { status, body } = await ground.ask('/widget/token', {});
    assert.equal(status, 200);
    const { widgetToken, expiresInSeconds, customAttributes } = issued.parse(body);
    assert.equal(expiresInSeconds, 60);
    assert.deepEqual(Object.keys(customAttributes), ['reachbackVisit']);
    const headers = { authorization: `Bearer ${widgetToken}` };
    assert.equal((await ground.ask('/widget/refresh', {}, headers)).status, 200);
    assert.equal((await ground.ask('/widget/revoke', {}, headers)).status, 204);
  });

  it('makes no contact for a user there is none of', async () => {
    const answer = await ground.ask('/widget/token', {
      assertion: await ground.assertion({ sub: 'nobody-1' }),
    });
    assert.equal(answer.status, 403);
    assert.equal(codeOf(answer), 'widget.unknown-user');
  });

  it('lets one user ask so often and says when they may again', async () => {
    const answers = [];
    for (let times = 0; times < 4; times += 1)
      answers.push(
        await ground.ask('/widget/token', { assertion: await ground.assertion({ sub: 'nobody-2' }) }),
      );
    const last = answers.at(-1);
    assert.ok(last);
    assert.equal(last.status, 429);
    assert.equal(codeOf(last), 'widget.too-many-requests');
    assert.ok(Number(last.headers.get('retry-after')) >= 1);
  });
});

describe('a widget whose keys are changed while visits go on', () => {
  const key = (name: string) => `${name}:${name.repeat(20)}`;
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget({ WIDGET_KEYS: key('first') });
  });
  after(() => ground.stop());
  const refresh = async (widgetToken: string) =>
    ground.ask('/widget/refresh', {}, { authorization: `Bearer ${widgetToken}` });

  it('goes on with tokens of the old key until it is taken out', async () => {
    const { widgetToken } = await ground.issue({ sub: 'zd-1' });
    await ground.restart({ WIDGET_KEYS: `${key('second')},${key('first')}` });
    const renewed = await refresh(widgetToken);
    assert.equal(renewed.status, 200);
    const next = z.object({ widgetToken: z.string() }).parse(renewed.body).widgetToken;
    await ground.restart({ WIDGET_KEYS: key('second') });
    assert.equal((await refresh(next)).status, 200);
    assert.equal(codeOf(await refresh(widgetToken)), 'widget.unknown-key');
  });
});
