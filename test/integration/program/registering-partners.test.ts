import assert from 'node:assert/strict';
import { issueTicket } from '../../../src/journeys/hand-off/issue-ticket.ts';
import { newTicketKey, readTicketKey } from '../../../src/journeys/hand-off/ticket-key.ts';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { registeringGround } from './registering-ground.ts';

type Ground = Awaited<ReturnType<typeof registeringGround>>;

describe('registering a partner organisation in Teams', function () {
  this.timeout(120_000);
  let ground: Ground;
  beforeEach(async () => {
    ground = await registeringGround();
  });
  afterEach(() => ground.stop());

  const handOff = { handOffTo: 'south/Repairs' };

  it('puts it in force at once and after a restart, end to end, until a supervisor takes it out', async () => {
    assert.match(await ground.shows('partners'), /No partner organisation is registered.*partners\.register/);
    const on = await ground.talks();
    assert.match(await ground.presses('partners.register'), /"id":"partnerTrustKeys"/);
    const done = await ground.presses('partners.save', await ground.form());
    assert.match(done, /Southridge Repairs is registered.*\/hooks\/open-messaging\/south/);

    await ground.shown(
      'the card of the answer to offer the partner without being asked',
      ({ activity, conversationId }) =>
        conversationId === on.chat.conversationId && JSON.stringify(activity).includes('"south/Repairs"'),
    );
    assert.match(
      await ground.pressesHandOff(on, 'hand-off.begin', ground.handOffForm(on, handOff)),
      /Being handed to Southridge Repairs/,
    );
    const { customer } = await ground.bridged('Yes please, one question!');
    await ground.cardAt(await ground.partnerChannel(), 'bridged');
    await ground.partnerWrites(customer.id, 'Hello, this is Southridge.');
    const reads = (text: string) =>
      waitFor(async () => (await ground.reached(on, text)).length === 1, {
        what: `the customer to read “${text}”`,
        deadlineMs: 30_000,
      });
    await reads('Hello, this is Southridge.');

    await ground.restart();
    const seen = await ground.shows('partners');
    assert.match(seen, /Southridge Repairs.*Registered in Teams, last by Sam Porter.*Can be reached/);
    await ground.partnerWrites(customer.id, 'Still there?');
    await reads('Still there?');

    const sure = await ground.presses('partners.out', { partnerChosen: 'south' });
    assert.match(sure, /Are you sure.*1 hand-off is under way and goes on to its end/);
    assert.match(await ground.shows('partners'), /Can be reached/);
    const data = { partnerChosen: 'south', partnerRevision: 1, partnerSure: 'yes' };
    assert.match(await ground.presses('partners.out', data), /Southridge Repairs was taken out/);
    assert.match(await ground.presses('partners.out', data), /handoff\.partner-unknown/);
    assert.match(await ground.shows('partners'), /No partner organisation is registered/);
    await ground.partnerWrites(customer.id, 'The last words.');
    await reads('The last words.');
    const [, org] = (await ground.sandbox.state()).orgs;
    const theirs = org?.customers.find(({ id }) => id === customer.id)?.conversations[0];
    assert.ok(theirs);
    await ground.conversations.ends(theirs.id, 'agent');
    await ground.cardAt(await ground.partnerChannel(), 'ended', 'Southridge Repairs ended the conversation');
    assert.match(
      await ground.pressesHandOff(on, 'hand-off.begin', ground.handOffForm(on, handOff)),
      /handoff\.not-set-up/,
    );

    assert.match(
      await ground.shows('audit partners'),
      /Southridge Repairs \(south\) taken out.*Southridge Repairs \(south\) registered/,
    );
    assert.match(await ground.shows('audit tickets'), /Accepted \(session\.accepted\).*our own organisation/);
  });

  it('tells what is wrong before anything is kept, and a secret that was typed is nowhere', async () => {
    const secret = 'Hunter2-is-no-name';
    const wrongOrganisation = await ground.form({
      partnerOrganisationId: '99999999-9999-4999-8999-999999999999',
    });
    assert.match(await ground.presses('partners.save', wrongOrganisation), /handoff\.organisation-mismatch/);
    const ours = (await ground.sandbox.state()).orgs[0];
    assert.ok(ours);
    assert.match(
      await ground.presses('partners.save', await ground.form({ partnerOrganisationId: ours.id })),
      /handoff\.partner-is-ourselves/,
    );
    assert.match(
      await ground.presses('partners.save', await ground.form({ partnerClientId: 'nobody' })),
      /handoff\.partner-client-refused/,
    );
    const all = await ground.presses(
      'partners.save',
      await ground.form({
        partnerClientSecret: secret,
        partnerWebhookToken: 'PARTNER_NOWHERE',
        partnerRegion: 'mars-1',
        partnerTrustKeys: `{"keys":[{"kty":"OKP","crv":"Ed25519","x":"${'A'.repeat(43)}","d":"${secret}"}]}`,
      }),
    );
    assert.match(all, /handoff\.partner-secret-typed/);
    assert.match(all, /handoff\.partner-variable-unset/);
    assert.match(all, /handoff\.partner-key-private/);
    assert.match(all, /is not a region of Genesys Cloud/);
    assert.match(all, /"value":"PARTNER_NOWHERE"/, 'what was typed is kept');
    assert.ok(!all.includes(secret), all);
    const other = await ground.form({ partnerClientSecret: 'OTHER_SECRET' });
    assert.match(await ground.presses('partners.save', other), /handoff\.partner-secret-typed/);

    assert.match(await ground.shows('partners'), /No partner organisation is registered/);
    assert.match(await ground.shows('audit partners'), /No partner was registered/);
    const [output, kept] = [ground.output(), await ground.kept()];
    assert.match(output, /listening/);
    assert.match(kept, /SQLite format 3/);
    const everything = `${output}${kept}`;
    for (const typed of [secret, 'PARTNER_NOWHERE']) assert.ok(!everything.includes(typed), typed);
  });

  it('keeps no press waiting for a slow organisation, and has its answer for the next one', async () => {
    const form = await ground.form();
    await ground.sandbox.fault({ path: 'organizations/me', latencyMs: 2_500, count: 2 });
    assert.match(await ground.presses('partners.save', form), /handoff\.partner-check-late/);
    assert.match(await ground.shows('audit partners'), /No partner was registered/);
    await waitFor(
      async () => /Southridge Repairs is registered/.test(await ground.presses('partners.save', form)),
      { what: 'a later press to be told', deadlineMs: 15_000 },
    );
  });

  it('is for supervisors alone, whatever button is forged', async () => {
    const [agent] = ground.scene.idleAgents;
    assert.ok(agent);
    const form = await ground.form();
    for (const [verb, data] of [
      ['partners.register', {}],
      ['partners.change', { partnerChosen: 'south' }],
      ['partners.save', form],
      ['partners.out', { partnerChosen: 'south', partnerRevision: 1, partnerSure: 'yes' }],
    ] as const)
      assert.match(await ground.presses(verb, data, agent.email), /handoff\.supervisors-only/);
    assert.match(await ground.shows('partners'), /No partner organisation is registered/);
  });

  it('changes it, names what was changed and by whom, and keeps what hand-offs under way rest on', async () => {
    const form = await ground.form();
    await ground.presses('partners.save', form);
    assert.match(await ground.presses('partners.save', form), /handoff\.partner-id-taken/);
    const again = await ground.presses('partners.change', { partnerChosen: 'south' });
    assert.match(again, /"value":"PARTNER_SOUTH_SECRET".*"value":"Repairs\\nClaims"/);
    assert.ok(!again.includes(String(ground.south.clients.get(ground.south.clientId)?.secret)));
    const changed = { ...form, partnerOf: 'south', partnerRevision: 1, partnerQueues: 'Repairs' };
    assert.match(await ground.presses('partners.save', changed), /Southridge Repairs was changed/);
    assert.match(await ground.presses('partners.save', changed), /handoff\.partner-changed-meanwhile/);
    assert.match(await ground.shows('audit partners'), /changed: Queues, one on each line/);
    assert.doesNotMatch(await ground.shows('partners'), /Claims/);

    const on = await ground.talks();
    await ground.pressesHandOff(on, 'hand-off.begin', ground.handOffForm(on, handOff));
    await ground.cardAt(await ground.partnerChannel(), 'bridged');
    const moved = { ...changed, partnerRevision: 2, partnerIntegrationId: 'another' };
    assert.match(await ground.presses('partners.save', moved), /handoff\.partner-busy/);

    const { customer } = await ground.bridged('Yes please, one question!');
    const card = await ground.cardAt(on.chat.conversationId, 'bridged');
    const handOffId = /"handOffId":"([^"]+)"/.exec(JSON.stringify(card.activity))?.[1] ?? '';
    const pressed = { ...on, activityId: card.activityId };
    assert.match(await ground.pressesHandOff(pressed, 'hand-off.end', { handOffId }), /hand-off-ended/);
    await waitFor(
      async () => {
        const [, org] = (await ground.sandbox.state()).orgs;
        const theirs = org?.customers.find(({ id }) => id === customer.id);
        return theirs?.conversations[0]?.state === 'disconnected';
      },
      { what: 'the conversation at the partner to end', deadlineMs: 20_000 },
    );
  });

  it('answers at the doors of partners once there is one', async () => {
    const keys = await fetch(`${ground.url}/hand-off/keys`);
    assert.equal(keys.status, 200);
    await keys.arrayBuffer();
    const brought = async (ticket = 'junk') => {
      const answer = await fetch(`${ground.url}/hand-off/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket }),
      });
      return [answer.status, JSON.stringify(await answer.json())] as const;
    };
    const [before, told] = await brought();
    assert.equal(before, 404);
    assert.match(told, /handoff\.not-set-up/);
    const text = await newTicketKey();
    const key = await readTicketKey(text);
    assert.ok(key);
    const partnerTrustKeys = JSON.stringify({ keys: [key.publicJwk] });
    await ground.presses('partners.save', await ground.form({ partnerTrustKeys }));
    const [after, refused] = await brought();
    assert.equal(after, 403);
    assert.match(refused, /handoff\.ticket\.malformed/);
    const ours = (await ground.sandbox.state()).orgs[0];
    assert.ok(ours);
    const theirs = (id: string) =>
      issueTicket(
        {
          id,
          sourceOrgId: ground.south.id,
          destinationOrgId: ours.id,
          conversationId: 'c',
          reason: 'escalation',
          originalQueue: null,
          channelType: 'webmessaging',
        },
        key,
        Date.now(),
      );
    const once = await theirs('one');
    assert.equal((await brought(once))[0], 200);
    assert.match((await brought(once))[1], /handoff\.ticket\.replayed/);
    assert.match(
      await ground.shows('audit tickets'),
      /handoff\.ticket\.replayed.*session\.accepted.*From Southridge Repairs.*handoff\.ticket\.malformed/,
    );
    const rotated = { ...(await ground.form()), partnerOf: 'south', partnerRevision: 1 };
    assert.match(await ground.presses('partners.save', rotated), /was changed/);
    assert.match((await brought(await theirs('two')))[1], /handoff\.ticket\.signature/);
  });
});

describe('registering a partner organisation in Teams, more than once', function () {
  this.timeout(60_000);
  let ground: Ground | null = null;
  let other: Program | null = null;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let databaseUrl: string;
  before(async () => {
    databaseUrl = await newPostgresDatabase();
  });
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await other?.stop();
    await ground?.stop();
    await directory.remove();
  });

  it('is in force in another instance of the program within seconds, and says what our own client lacks', async () => {
    const env = { DATABASE_URL: databaseUrl };
    const lacks = 'conversation:communication:disconnect';
    ground = await registeringGround({ env, lacks });
    const { env: all, url } = ground;
    other = await startProgram({
      dataDir: directory.path,
      sandboxPort: Number(new URL(ground.sandbox.baseUrl).port),
      env: { ...all, DATA_DIR: directory.path },
    });
    const door = async (at: string) => {
      const ticket = { method: 'POST', body: '{"ticket":"junk"}' };
      const answer = await fetch(`${at}/hand-off/tickets`, ticket);
      await answer.arrayBuffer();
      return answer.status;
    };
    assert.deepEqual([await door(url), await door(other.url)], [404, 404]);
    const done = await ground.presses('partners.save', await ground.form());
    assert.match(done, /is registered.*Our OAuth client lacks: conversation:communication:disconnect/);
    const there = other.url;
    await waitFor(async () => (await door(there)) === 403, {
      what: 'the other instance to take its tickets',
      deadlineMs: 10_000,
    });
    assert.match(await ground.shows('partners'), /Our OAuth client lacks/);
    const data = { partnerChosen: 'south', partnerRevision: 1, partnerSure: 'yes' };
    await ground.presses('partners.out', data);
    await waitFor(async () => (await door(there)) === 404, {
      what: 'the other instance to know nobody any more',
      deadlineMs: 10_000,
    });
  });
});
