import assert from 'node:assert/strict';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { type CobrowseGround, cobrowseGround, type Talking } from './cobrowse-ground.ts';

const sessionsPath = /\/api\/v2\/cobrowse\/sessions$/;
const platformPath = /\/api\/v2\/conversations\/[^/]+\/cobrowse$/;

/** Requests that could have made a session: the one with an empty body at the start asks whether there is such an endpoint. */
async function made(ground: CobrowseGround) {
  const fields = (await ground.asked(sessionsPath)).filter(
    ({ requestBody }) => JSON.stringify(requestBody ?? {}) !== '{}',
  );
  return { field: fields, platform: await ground.asked(platformPath) };
}

describe('cobrowse on the real program, by the field contract', function () {
  this.timeout(90_000);
  let ground: CobrowseGround;

  before(async () => {
    ground = await cobrowseGround();
  });
  after(() => ground?.stop());

  it('is offered from the card of an answer, to view, and the card follows it to accepted and to its end', async () => {
    const on = await ground.talks();
    const before = await ground.shown('the card', ({ activityId }) => activityId === on.activityId);
    assert.match(JSON.stringify(before.activity), /Start cobrowse/);
    const answer = await ground.start(on);
    assert.match(answer, /"cobrowseNo":1/, 'the card of the answer is drawn anew');
    const offered = JSON.stringify((await ground.card(on, 'offered')).activity);
    assert.match(offered, /Cobrowse offered/);
    assert.match(offered, /look only/);
    assert.match(offered, /The offer stands until \{\{TIME\(/);
    assert.doesNotMatch(offered, /started|accepted/i);
    const session = await ground.session(on);
    assert.equal(session.mode, 'view');
    assert.deepEqual(await ground.browser(on), ['shown cobrowse-offered']);
    const [request] = (await made(ground)).field;
    assert.deepEqual(request?.requestBody, {
      id: session.id,
      type: 'cobrowse',
      initiator: { id: on.agent.id, type: 'user' },
      target: { id: on.conversationId, type: 'interaction' },
      settings: { mode: 'view' },
    });
    assert.equal(await ground.control(`/cobrowses/${session.id}`, { accept: true }), 200);
    const accepted = await ground.card(on, 'accepted');
    assert.match(JSON.stringify(accepted.activity), /The customer accepted/);
    const code = /"text":"(\d{9})"/.exec(offered)?.[1];
    assert.ok(code, 'there is a code to join by');
    assert.ok(!ground.output().includes(code), 'no log has the code');
    await ground.conversations.ends(on.conversationId, 'customer');
    const ended = JSON.stringify((await ground.card(on, 'ended')).activity);
    assert.ok(!ended.includes(code), 'a code of nothing is shown no more');
    assert.equal((await ground.cards(on)).length, 1);
  });

  it('counts once however often the press is delivered, and stands alone in its conversation', async () => {
    const on = await ground.talks();
    await ground.start(on);
    await ground.deliverAgain();
    await ground.start(on);
    assert.match(await ground.start(on, 1), /cobrowse\.one-under-way/);
    const all = (await ground.sessions()).filter((each) => each.conversationId === on.conversationId);
    assert.equal(all.length, 1);
    const { id } = await ground.session(on);
    await ground.control(`/cobrowses/${id}`, { accept: false });
    const card = await ground.card(on, 'rejected');
    assert.match(JSON.stringify(card.activity), /The customer declined/);
    assert.doesNotMatch(JSON.stringify(card.activity), /cobrowse\.again/);
    assert.equal((await ground.cards(on)).length, 1);
  });

  it('says by name what is in the way, and asks the platform for nothing', async () => {
    const on = await ground.talks();
    const { email } = on.agent;
    const before = await made(ground);
    const customer = await ground.customer(on);
    const answerTo = async (command: string) => JSON.stringify((await ground.says(email, command)).activity);
    assert.match(await answerTo('cobrowse Noor'), /cobrowse\.target-malformed/);
    assert.match(await answerTo(`cobrowse ${customer.guestId}`), /cobrowse\.target-is-customer/);
    if (customer.externalContactId !== null)
      assert.match(await answerTo(`cobrowse ${customer.externalContactId}`), /cobrowse\.target-is-customer/);
    assert.match(
      await answerTo('cobrowse 0f8c1a52-7b1e-4f0e-9a3e-0c2b7b1d5e01'),
      /cobrowse\.conversation-unknown/,
    );
    assert.match(await answerTo(`cobrowse ${on.conversationId} paint`), /cobrowse\.mode-unknown/);
    assert.match(await answerTo(`cobrowse ${on.conversationId} control`), /cobrowse\.control-by-policy/);
    const other = await ground.talks();
    assert.match(await answerTo(`cobrowse ${other.conversationId}`), /cobrowse\.not-yours/);
    assert.match(await answerTo(`cobrowse ${other.outreachId}`), /cobrowse\.not-yours/);
    const foreign = { ...on, conversationId: other.conversationId };
    assert.match(await ground.start(foreign), /cobrowse\.not-yours/);
    assert.match(
      JSON.stringify(
        (await ground.says(ground.scene.supervisor.email, `cobrowse ${on.conversationId}`)).activity,
      ),
      /teams\.person-unknown/,
    );
    await ground.sandbox.setPresence(on.agent.id, 'Offline');
    assert.match(await ground.start(on), /cobrowse\.initiator-offline/);
    await ground.sandbox.setPresence(on.agent.id, 'Available');
    const channelId = await ground.channelOf(on);
    await ground.messenger(channelId, { enabled: false, allowAgentControl: false });
    assert.match(await ground.start(on), /cobrowse\.deployment-off/);
    await ground.messenger(channelId, { enabled: true, allowAgentControl: true });
    await ground.conversations.ends(on.conversationId, 'customer');
    assert.match(await ground.start(on), /cobrowse\.conversation-over/);
    const after = await made(ground);
    assert.deepEqual(
      [after.field.length, after.platform.length],
      [before.field.length, before.platform.length],
    );
    assert.deepEqual(await ground.cards(on), []);
  });

  it('is offered by a word: the conversations one is in to choose from, or the one named', async () => {
    const on = await ground.talks();
    const { email } = on.agent;
    const list = await ground.says(email, 'cobrowse');
    const text = JSON.stringify(list.activity);
    assert.match(text, /cobrowse-places/);
    assert.ok(text.includes(on.conversationId));
    const answer = await ground.pressCard(on, list.activityId, 'cobrowse.offer', ground.offers(on, 0));
    assert.match(answer, /card here says what becomes of the offer/);
    await ground.card(on, 'offered');
    const { id } = await ground.session(on);
    await ground.control(`/cobrowses/${id}`, { accept: false });
    await ground.card(on, 'rejected');
    await ground.says(email, `cobrowse ${on.conversationId} view`);
    await waitFor(async () => (await ground.cards(on)).length === 2 || undefined, {
      what: 'the second card',
    });
  });

  it('runs out by the customer’s silence, and is offered again from its card, once', async () => {
    const on = await ground.talks();
    await ground.start(on);
    const { activityId } = await ground.card(on, 'offered');
    await ground.conversations.advance(61);
    const expired = await ground.card(on, 'expired');
    assert.equal(expired.activityId, activityId);
    assert.match(JSON.stringify(expired.activity), /did not answer in time/);
    const eventId = /"cobrowseEvent":"([^"]+)"/.exec(JSON.stringify(expired.activity))?.[1];
    const since = (await ground.entries()).length;
    for (const _ of [1, 2]) {
      const again = await ground.pressCard(on, activityId, 'cobrowse.again', { cobrowseEvent: eventId });
      assert.doesNotMatch(again, /cobrowse\.again/);
    }
    const second = await ground.card(on, 'offered', since);
    assert.notEqual(second.activityId, activityId);
    assert.deepEqual(
      (await ground.browser(on)).filter((what) => what === 'shown cobrowse-offered').length,
      2,
    );
    assert.match(
      await ground.pressCard(on, activityId, 'cobrowse.again', { cobrowseEvent: 'nobody' }),
      /teams\.action-unknown/,
    );
  });
});

describe('cobrowse whose answer is lost, and a restart, on the real program', function () {
  this.timeout(120_000);
  let ground: CobrowseGround;

  before(async () => {
    ground = await cobrowseGround();
  });
  after(() => ground?.stop());

  it('is looked for by its own id and found, never offered twice', async () => {
    const on = await ground.talks();
    await ground.sandbox.fault({ method: 'POST', path: '/cobrowse/sessions$', status: 504, when: 'after' });
    await ground.start(on);
    await ground.start(on);
    await ground.card(on, 'offered');
    assert.deepEqual(await ground.browser(on), ['shown cobrowse-offered']);
    const { id } = await ground.session(on);
    await ground.control(`/cobrowses/${id}`, { accept: true });
    await ground.card(on, 'accepted');
    assert.equal((await ground.cards(on)).length, 1);
  });

  it('is called missing when it was looked for and is not there', async () => {
    const on = await ground.talks();
    await ground.sandbox.fault({ method: 'POST', path: '/cobrowse/sessions$', status: 504, when: 'before' });
    await ground.start(on);
    await ground.card(on, 'unknown');
    for (const seconds of [2, 6, 16, 41]) {
      await ground.conversations.advance(seconds);
      await ground.says(ground.scene.supervisor.email, 'status');
    }
    const missing = await ground.card(on, 'missing');
    assert.match(JSON.stringify(missing.activity), /looked for and not found/);
    assert.match(ground.output(), /"code":"cobrowse\.not-there"/);
    assert.deepEqual(await ground.browser(on), []);
  });

  it('survives kill -9 while the offer stands: the card goes on where it was', async () => {
    const on = await ground.talks();
    await ground.start(on);
    const { activityId } = await ground.card(on, 'offered');
    // By then the program was told the card's id: killed before, it may post it once more.
    await ground.says(ground.scene.supervisor.email, 'status');
    await ground.restart();
    const { id } = await ground.session(on);
    await ground.control(`/cobrowses/${id}`, { accept: true });
    const accepted = await ground.card(on, 'accepted');
    assert.equal(accepted.activityId, activityId);
    await ground.control(`/cobrowses/${id}`, { end: true });
    await ground.card(on, 'ended');
    assert.deepEqual(await ground.browser(on), [
      'shown cobrowse-offered',
      'did cobrowse-accepted',
      'did cobrowse-ended',
    ]);
    assert.deepEqual(await ground.cards(on), [activityId]);
  });

  it('tells a refusal that comes all the same with its code, and the card comes later when Teams is away', async () => {
    const on = await ground.talks();
    await ground.sandbox.fault({
      method: 'POST',
      path: '/cobrowse/sessions$',
      status: 400,
      code: 'invalid_field',
      message: "Field 'participants' contains invalid user ID format",
    });
    await ground.sandbox.fault({
      method: 'POST',
      path: '/teams/v3/conversations/.*/activities',
      status: 503,
      count: 2,
    });
    await ground.start(on);
    const refused = JSON.stringify((await ground.card(on, 'refused')).activity);
    assert.match(refused, /genesys\.cobrowse\.participants-form/);
    assert.match(refused, /Send initiator \(a user\), target \(an interaction\)/);
    assert.equal((await ground.cards(on)).length, 1);
    assert.deepEqual(await ground.browser(on), []);
  });
});

describe('cobrowse on the real program, by the platform’s own contract', function () {
  this.timeout(90_000);
  let ground: CobrowseGround;

  before(async () => {
    ground = await cobrowseGround({ COBROWSE_CONTROL: 'on' });
    await ground.conversations.offer(ground.orgId, { cobrowseSessions: false });
    // What an organisation offers is asked at the start.
    await ground.restart();
  });
  after(() => ground?.stop());

  async function ready(control: boolean): Promise<Talking> {
    const on = await ground.talks();
    await ground.messenger(await ground.channelOf(on), { enabled: true, allowAgentControl: control });
    return on;
  }

  it('needs the agent’s own sign-in, and is theirs', async () => {
    const on = await ready(false);
    const first = await ground.shown('the card', ({ activityId }) => activityId === on.activityId);
    assert.doesNotMatch(JSON.stringify(first.activity), /Start cobrowse/);
    assert.match(await ground.start(on), /cobrowse\.not-signed-in/);
    await ground.signsIn(on);
    await ground.shown(
      'the card to offer cobrowse',
      ({ activityId, activity }) =>
        activityId === on.activityId && JSON.stringify(activity).includes('Start cobrowse'),
    );
    assert.match(await ground.start(on, 0, 'control'), /cobrowse\.control-by-deployment/);
    await ground.start(on);
    const offered = JSON.stringify((await ground.card(on, 'offered')).activity);
    assert.match(offered, /look only/);
    assert.equal((await made(ground)).platform.length, 1);
    const { id } = await ground.session(on);
    await ground.control(`/cobrowses/${id}`, { accept: true });
    await ground.card(on, 'accepted');
  });

  it('finds an offer whose answer was lost in the conversation', async () => {
    const on = await ready(true);
    await ground.signsIn(on);
    await ground.sandbox.fault({
      method: 'POST',
      path: '/conversations/[^/]+/cobrowse$',
      status: 504,
      when: 'after',
    });
    await ground.start(on, 0, 'control');
    const offered = JSON.stringify((await ground.card(on, 'offered')).activity);
    assert.match(offered, /look and act on the page/);
    assert.deepEqual(await ground.browser(on), ['shown cobrowse-offered']);
  });
});
