import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Secret } from '../../../../src/config/secret.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { Assertion } from '../../../../src/journeys/widget/assertion-verdict.ts';
import { createKeyRing } from '../../../../src/journeys/widget/key-ring.ts';
import { refuse } from '../../../../src/journeys/widget/refuse.ts';
import { createWidgetDesk } from '../../../../src/journeys/widget/widget-desk.ts';
import { createWidgetUpkeep } from '../../../../src/journeys/widget/widget-upkeep.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { storeOfEachTest } from '../../../support/store-of-each-test.ts';

const asker = { origin: 'https://shop.example', address: '10.0.0.1' };
const request = { assertion: 'signed', sessionToken: null, signIn: null, start: false };
const hour = 60 * 60_000;

describe('the widget’s desk', () => {
  const store = storeOfEachTest();

  function open() {
    const clock = manualClock();
    const person: Assertion = {
      userId: 'u1',
      externalId: null,
      name: null,
      email: null,
      jti: 'once',
      expiresAt: clock.now() + 300_000,
      scopes: ['chat', 'refresh', 'revoke'],
      attributes: {},
    };
    const fates: (ReachbackError | null)[] = [];
    const ended: string[] = [];
    let gone: ReachbackError | null = null;
    let startFate: ReachbackError | null = null;
    const signIns = {
      begin: async (_: string, { code }: { code?: string }) => ({
        jwt: 'jwt',
        sealed: code === 'stuck' ? 'stuck' : 'sealed',
      }),
      renew: async () => 'renewed',
      async end({ sealed }: { sealed: string | null }) {
        if (gone !== null) throw gone;
        if (sealed === 'stuck') throw new ReachbackError('genesys.server-error');
        ended.push(sealed ?? '');
      },
    };
    const started: string[] = [];
    const desk = createWidgetDesk({
      config: {
        origins: [asker.origin],
        anyLoopbackOrigin: false,
        deploymentId: 'deployment',
        messagingUrl: 'wss://messaging.example/v1',
        siteSecrets: [],
        jwksUrl: null,
        audience: 'us',
        issuer: 'site',
        anonymous: false,
        createsContacts: true,
        userSource: 'Zendesk',
        externalIdSource: 'CRM',
        tokenMs: 300_000,
        keys: [],
        perAddress: 1_000,
        perUser: 1_000,
        proxies: 0,
      },
      apiUrl: 'https://api.example',
      checkAssertion: async () => person,
      contacts: {
        async contactOf() {
          const fate = fates.shift() ?? null;
          if (fate !== null) throw fate;
          return { contactId: `contact-${started.length}`, how: 'known' };
        },
        async forget() {},
        stop() {},
      },
      signIns,
      links: { async link() {} },
      async start(contactId) {
        started.push(contactId);
        if (startFate !== null) throw startFate;
        if (started.length === 1) throw refuse('widget.unknown-user');
        return { id: 'conversation', sessionId: null };
      },
      keys: createKeyRing(() => [{ kid: 'k', key: new Secret('k'.repeat(32)) }]),
      table: store().widget,
      clock,
      newId: randomUUID,
      log: silentLog,
    });
    const upkeep = createWidgetUpkeep({ table: store().widget, signIns, clock, log: silentLog });
    return {
      desk,
      clock,
      fates,
      ended,
      started,
      person,
      upkeep,
      startsFail(fate: ReachbackError) {
        startFate = fate;
      },
      platformIsAway(away: boolean) {
        gone = away ? new ReachbackError('genesys.unreachable') : null;
      },
    };
  }

  it('lets an assertion count again that could not be served, and not one that was refused', async () => {
    const { desk, fates } = open();
    fates.push(new ReachbackError('genesys.no-answer'), refuse('widget.busy'), refuse('widget.two-people'));
    await assert.rejects(desk.issue(request, asker), { code: 'genesys.no-answer' });
    await assert.rejects(desk.issue(request, asker), { code: 'widget.busy' });
    await assert.rejects(desk.issue(request, asker), { code: 'widget.two-people' });
    await assert.rejects(desk.issue(request, asker), { code: 'widget.replayed' });
  });

  it('renews a visit for twelve hours, then the site must vouch again', async () => {
    const { desk, clock } = open();
    let { widgetToken } = await desk.issue(request, asker);
    for (let passed = 0; passed < 12 * hour - 240_000; passed += 240_000) {
      await clock.advance(240_000);
      ({ widgetToken } = await desk.refresh(widgetToken, asker));
    }
    await clock.advance(240_000);
    await assert.rejects(desk.refresh(widgetToken, asker), { code: 'widget.visit-over' });
  });

  it('finds the contact anew when Genesys Cloud has it no more', async () => {
    const { desk, started } = open();
    const { conversation } = await desk.issue({ ...request, start: true }, asker);
    assert.equal(conversation?.id, 'conversation');
    assert.deepEqual(started, ['contact-0', 'contact-1']);
  });

  it('counts an assertion that starts a conversation once, also without an id of its own and when the answer was lost', async () => {
    const { desk, person, started, startsFail } = open();
    startsFail(refuse('widget.start-unknown'));
    await assert.rejects(desk.issue({ ...request, start: true }, asker), { code: 'widget.start-unknown' });
    await assert.rejects(desk.issue({ ...request, start: true }, asker), { code: 'widget.replayed' });
    const nameless = { ...person, jti: null };
    Object.assign(person, nameless);
    await assert.rejects(desk.issue({ ...request, assertion: 'another', start: true }, asker), {
      code: 'widget.start-unknown',
    });
    await assert.rejects(desk.issue({ ...request, assertion: 'another', start: true }, asker), {
      code: 'widget.replayed',
    });
    assert.equal(started.length, 2);
    await desk.issue({ ...request, assertion: 'a third' }, asker);
    await desk.issue({ ...request, assertion: 'a third' }, asker);
  });

  it('ends a sign-in on the platform later when it could not at once', async () => {
    const { desk, ended, upkeep, clock, platformIsAway } = open();
    const { widgetToken, jwt } = await desk.issue({ ...request, signIn: { code: 'c' } }, asker);
    assert.equal(jwt, 'jwt');
    platformIsAway(true);
    await desk.revoke(widgetToken, asker);
    upkeep.start();
    await clock.advance(60_000);
    assert.deepEqual(ended, []);
    platformIsAway(false);
    await clock.advance(60_000);
    await upkeep.stop();
    assert.deepEqual(ended, ['sealed']);
    await assert.rejects(desk.refresh(widgetToken, asker), { code: 'widget.revoked' });
  });

  it('ends the others’ sign-ins though one cannot be ended', async () => {
    const { desk, person, ended, upkeep, clock, platformIsAway } = open();
    platformIsAway(true);
    for (const code of ['stuck', 'b']) {
      Object.assign(person, { jti: code });
      const { widgetToken } = await desk.issue({ ...request, signIn: { code } }, asker);
      await desk.revoke(widgetToken, asker);
    }
    platformIsAway(false);
    upkeep.start();
    await clock.advance(60_000);
    await upkeep.stop();
    assert.deepEqual(ended, ['sealed']);
  });

  it('lets an address that asks too often wait', async () => {
    const { desk } = open();
    for (let times = 0; times < 1_000; times += 1)
      await assert.rejects(desk.refresh(null, { ...asker, address: 'one' }), {
        code: 'widget.token-missing',
      });
    await assert.rejects(desk.refresh(null, { ...asker, address: 'one' }), {
      code: 'widget.too-many-requests',
    });
    await assert.rejects(desk.refresh(null, { ...asker, address: 'two' }), { code: 'widget.token-missing' });
  });
});
