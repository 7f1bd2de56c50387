import assert from 'node:assert/strict';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { outreachIdOf } from '../../support/outreach-id-of.ts';
import { type Scene, sceneOf } from '../../support/scene.ts';

const sam = 'sam.porter@northwind.example';
const maya = 'maya.lindqvist@northwind.example';
const env = { OUTREACH_MODE: 'automatic', SUPERVISORS: `${sam},${maya}`, LOG_LEVEL: 'info' };

interface Shown {
  readonly by: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: string;
}

describe('the policy on the real program', function () {
  this.timeout(40_000);
  let program: Program;
  let scene: Scene;
  let path: string;
  let remove: () => Promise<void>;
  let agents: Scene['idleAgents'][number][];

  before(async () => {
    ({ path, remove } = await temporaryDirectory());
    program = await startProgram({ dataDir: path, env });
    scene = await sceneOf(program);
    agents = [...scene.idleAgents];
  });

  after(async () => {
    await program.stop();
    await remove();
  });

  /** Somebody says something to the bot in their own chat: the card they get. */
  async function say(by: string, command: string): Promise<Shown> {
    const { conversationId, userId } = scene.chatOf(by);
    const known = (await program.sandbox.record()).length;
    await program.sandbox.say(conversationId, userId, command);
    const entry = await waitFor(
      async () =>
        (await program.sandbox.record())
          .slice(known)
          .find(
            (each) =>
              each.kind === 'teams' &&
              each.event === 'posted' &&
              each.conversationId === conversationId &&
              !isWelcome(each.activity),
          ),
      { what: `an answer to ${command}` },
    );
    assert.ok(entry.kind === 'teams');
    return { by, conversationId, activityId: entry.activityId, card: JSON.stringify(entry.activity) };
  }

  /** Somebody presses a button of a card: what Teams shows them. */
  async function press({ by, conversationId, activityId }: Shown, verb: string, data: object) {
    const { userId } = scene.chatOf(by);
    const { body } = await program.sandbox.press(conversationId, { userId, activityId, verb, data });
    return JSON.stringify(body);
  }

  const revisionOf = ({ card }: Shown) => Number(/"policyRevision":(\d+)/.exec(card)?.[1]);

  /** A supervisor fills in a form of the policy's card and says yes to whatever is asked. */
  async function change(form: object, by = sam) {
    const shown = await say(by, 'policy');
    const data = { ...form, policyRevision: revisionOf(shown), policySure: 'yes' };
    const answer = await press(shown, 'policy.change', data);
    assert.match(answer, /policy-said-(?:un)?changed/);
  }

  const mode = (policyMode: string) => ({ policyForm: 'mode', policyMode });
  const quiet = (policyQuietHours: string) => ({
    policyForm: 'quiet',
    policyQuietHours,
    policyTimeZone: 'UTC',
  });

  /** The next agent becomes available: the new card that asks, or the new message to a customer, whichever is first. */
  async function occasion() {
    const agent = agents.shift();
    assert.ok(agent, 'there are agents left');
    const known = (await program.sandbox.record()).length;
    await program.sandbox.setPresence(agent.id, 'Available');
    const entry = await waitFor(
      async () =>
        (await program.sandbox.record())
          .slice(known)
          .find(
            (each) =>
              (each.kind === 'customer' && each.event !== 'wrote') ||
              (each.kind === 'teams' &&
                each.event === 'posted' &&
                each.conversationId.startsWith(scene.channelId) &&
                !isWelcome(each.activity)),
          ),
      { what: 'a message or a question' },
    );
    return { agent, entry, asked: entry.kind === 'teams' };
  }

  /** Somebody is asked before the very next message; answered with a no, so that the next question has a card of its own. */
  async function asksFirst() {
    const { entry, asked } = await occasion();
    assert.ok(asked && entry.kind === 'teams', 'a supervisor is asked');
    const { conversationId, activityId, activity } = entry;
    const data = { outreachId: outreachIdOf(activity) };
    const userId = scene.chatOf(sam).userId;
    await program.sandbox.press(conversationId, { userId, activityId, verb: 'outreach.decline', data });
    return entry;
  }

  it('asks before the very next message once a supervisor has switched it by card', async () => {
    await change(mode('automatic'));
    assert.equal((await occasion()).asked, false);
    const shown = await say(sam, 'policy');
    const data = { ...mode('supervisor'), policyRevision: revisionOf(shown) };
    assert.match(await press(shown, 'policy.change', data), /policy-said-changed.*needs approval/);
    const before = (await scene.messagesToCustomers()).length;
    await asksFirst();
    assert.equal((await scene.messagesToCustomers()).length, before);
    assert.match(program.output(), /"by":"Sam Porter".*"from":"automatic","to":"supervisor"/);
  });

  it('goes automatic at the second yes only', async () => {
    await change(mode('supervisor'));
    const shown = await say(sam, 'policy');
    const data = { ...mode('automatic'), policyRevision: revisionOf(shown) };
    const sure = await press(shown, 'policy.change', data);
    assert.match(sure, /messages go out without approval\. Sure\?/);
    await asksFirst();
    assert.match(await press(shown, 'policy.change', { ...data, policySure: 'yes' }), /policy-said-changed/);
    assert.equal((await occasion()).asked, false);
  });

  it('is read by an agent and changed by no agent, whatever the button says', async () => {
    await change(mode('supervisor'));
    const [agent] = scene.idleAgents;
    assert.ok(agent);
    const shown = await say(agent.email, 'policy');
    assert.match(shown.card, /Supervisors may change the policy/);
    assert.doesNotMatch(shown.card, /Action\./);
    const current = revisionOf(await say(sam, 'policy'));
    const data = { ...mode('automatic'), policyRevision: current, policySure: 'yes' };
    assert.match(await press(shown, 'policy.change', data), /policy\.supervisors-only/);
    assert.match(await press(shown, 'policy.reset', data), /policy\.supervisors-only/);
    assert.match((await say(agent.email, 'audit policy')).card, /audit\.supervisors-only/);
    const after = await say(sam, 'policy');
    assert.equal(revisionOf(after), current);
    assert.match(after.card, /policy-supervisor/);
  });

  it('lets one of two supervisors win who press at once, and tells the other who it was', async () => {
    const shown = [await say(sam, 'policy'), await say(maya, 'policy')];
    const limits = (policyMinutes: string) => ({ policyForm: 'limits', policyHours: '24', policyMinutes });
    const [one, other] = shown;
    assert.ok(one && other);
    assert.equal(revisionOf(one), revisionOf(other));
    const policyRevision = revisionOf(one);
    const answers = await Promise.all([
      press(one, 'policy.change', { ...limits('21'), policyRevision }),
      press(other, 'policy.change', { ...limits('22'), policyRevision }),
    ]);
    const late = answers.filter((answer) => answer.includes('policy-said-meanwhile'));
    assert.equal(late.length, 1, answers.join('\n'));
    const [first, name, minutes] = answers[0]?.includes('policy-said-changed')
      ? ['Sam', 'Sam Porter', '21']
      : ['Maya', 'Maya Lindqvist', '22'];
    assert.match(
      late[0] ?? '',
      new RegExp(`policy-said-meanwhile.*${name}.*Lapses after ${minutes} minutes`),
    );
    assert.match((await say(sam, 'policy')).card, new RegExp(`Lapses after ${minutes} minutes.*${first}`));
  });

  it('is kept through a kill -9', async () => {
    await change(mode('supervisor'));
    await change({ policyForm: 'text', policyText: 'Good day {customer}, {agent} from {queue} here.' });
    const { revision, port, sandboxPort } = {
      revision: revisionOf(await say(sam, 'policy')),
      port: Number(new URL(program.url).port),
      sandboxPort: Number(new URL(program.sandbox.baseUrl).port),
    };
    await program.kill();
    program = await startProgram({ dataDir: path, port, sandboxPort, env });
    scene = await sceneOf(program);
    const after = await say(sam, 'policy');
    assert.equal(revisionOf(after), revision);
    assert.match(after.card, /policy-supervisor.*Configured: Automatic/);
    assert.match(JSON.stringify(await asksFirst()), /Good day .* here\./);
  });

  it('holds an approved message back by name when quiet hours begin before it leaves', async () => {
    await change(quiet('off'));
    await change(mode('supervisor'));
    const { entry } = await occasion();
    assert.ok(entry.kind === 'teams');
    await change(quiet(allDay()));
    const before = (await scene.messagesToCustomers()).length;
    const { conversationId, activityId, activity } = entry;
    const userId = scene.chatOf(sam).userId;
    const data = { outreachId: outreachIdOf(activity) };
    await program.sandbox.press(conversationId, { userId, activityId, verb: 'outreach.approve', data });
    const held = await scene.cardShowing(scene.channelId, 'held', activityId);
    assert.match(JSON.stringify(held.activity), /Held back: it is quiet hours where the customer is/);
    assert.equal((await scene.messagesToCustomers()).length, before);
    await change(quiet('off'));
  });

  it('shows the trail of a real outreach to supervisors, by name and by id', async () => {
    await change(quiet('off'));
    await change(mode('supervisor'));
    const { entry, agent } = await occasion();
    assert.ok(entry.kind === 'teams');
    const { conversationId, activityId, activity } = entry;
    const outreachId = outreachIdOf(activity);
    const by = scene.chatOf(sam).userId;
    const data = { outreachId };
    await program.sandbox.press(conversationId, { userId: by, activityId, verb: 'outreach.approve', data });
    const text = await waitFor(
      async () =>
        (await scene.messagesToCustomers()).find(({ message }) => message.text.includes(agent.name)),
      { what: 'the message at the customer' },
    );
    await waitFor(async () => /"audit-(?:un)?delivered"/.test((await say(sam, `audit ${outreachId}`)).card), {
      what: 'the trail to have come to its end',
    });
    const { card } = await say(maya, `audit ${outreachId}`);
    const trail = [
      'On the way → Accepted by Genesys',
      'Approved → On the way',
      'Sam Porter · approved',
      'Policy · approval needed',
      'Presence · ',
    ];
    const places = trail.map((step) => card.indexOf(step));
    assert.ok(!places.includes(-1), card);
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      places,
      'newest first',
    );
    assert.ok(card.includes(JSON.stringify(text.message.text.split('\n')[0]).slice(1, -1)));
    assert.match(card, /\{\{DATE\(20\d\d-\d\d-\d\dT[\d:]+Z,SHORT\)\}\} \{\{TIME/);

    const customer = /"text":"([^"]+)"/.exec(
      card.slice(card.indexOf('"Customer"')).replace('"Customer"', ''),
    )?.[1];
    assert.ok(customer);
    const found = await say(sam, `audit ${customer.toLowerCase()}`);
    assert.match(found.card, new RegExp(outreachId));
    const verb = found.card.includes('audit-choice') ? 'audit.customer' : 'audit.trail';
    assert.match(await press(found, verb, { auditOf: outreachId }), new RegExp(outreachId));
    assert.match((await say(sam, 'audit Nobody By That Name')).card, /audit\.not-found/);
    assert.match((await say(sam, 'audit policy')).card, /Sam Porter.*Mode|Sam Porter.*Quiet hours/);
  });
});

/** A greeting after the install may come at any moment. */
function isWelcome(activity: unknown): boolean {
  return JSON.stringify(activity).includes('"id":"welcome"');
}

/** Quiet hours that are now and a while yet, by every clock of whole or half hours: all day but one minute that is not near. */
function allDay(): string {
  const minute = (new Date().getUTCMinutes() + 10) % 30;
  const two = (value: number) => String(value).padStart(2, '0');
  return `00:${two(minute + 1)}-00:${two(minute)}`;
}
