import assert from 'node:assert/strict';
import { z } from 'zod';
import { codeOf, issued, startWidget, type WidgetGround } from './widget-ground.ts';

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
