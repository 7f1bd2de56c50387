import assert from 'node:assert/strict';
import { z } from 'zod';
import { contactsWith } from './contacts-with.ts';
import { codeOf, issued, older, origin, startWidget, type WidgetGround } from './widget-ground.ts';

describe('the doors of a widget, on the real program', () => {
  let ground: WidgetGround;
  before(async () => {
    ground = await startWidget();
  });
  after(() => ground.stop());

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
      (await contactsWith(ground, 'zd-1')).entities.map(({ externalIds }) =>
        externalIds.map(({ value }) => value),
      ),
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

  it('count what became of requests, and keep secrets out of the log', async () => {
    const metrics = await (await fetch(`${ground.program.url}/metrics`)).text();
    assert.match(metrics, /reachback_widget_requests_total\{outcome="issued"\} \d+/);
    assert.match(metrics, /reachback_widget_requests_total\{outcome="widget.expired"\} \d+/);
    const { widgetToken } = await ground.issue({ sub: 'zd-1' });
    for (const word of [widgetToken, 'a-secret-the-site'])
      assert.ok(!ground.program.output().includes(word), word);
  });
});
