import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { createGraphDirectory } from '../../../src/graph/graph-directory.ts';
import { createRandom } from '../../../src/sandbox/seed/random.ts';
import { addPerson } from '../../../src/sandbox/seed/seed-teams.ts';
import type { TeamsConversation } from '../../../src/sandbox/teams/teams-world.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { listeningPort } from '../../support/listening-port.ts';
import { cardsIn, shownIn, startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

const minute = 60_000;
const answered = z.object({
  status: z.number(),
  body: z.looseObject({ type: z.string(), value: z.unknown() }),
});

describe('who somebody is, in Teams', () => {
  let ground: TeamsSideGround;
  let graph: Server;
  /** Entra ids of the owners of the supervisors’ team; null: Graph is down. */
  let owners: string[] | null;
  let skippedMs: number;

  before(async () => {
    graph = createServer((_request, response) => {
      response.writeHead(owners === null ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(owners === null ? {} : { value: owners.map((id) => ({ id })) }));
    });
    graph.listen(0, '127.0.0.1');
    await once(graph, 'listening');
    owners = [];
    skippedMs = 0;
    const directory = createGraphDirectory({
      token: async () => 'token',
      baseUrl: `http://127.0.0.1:${listeningPort(graph)}/`,
    });
    ground = await startTeamsSideGround({
      readOwners: () => directory.ownersOf('group-1'),
      clock: {
        now: () => Date.now() + skippedMs,
        after(ms, run) {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
    });
    await ground.installedEverywhere();
  });
  after(async () => {
    await ground.close();
    graph.closeAllConnections();
    graph.close();
  });

  /** Somebody new in Teams, with the app installed in their chat. */
  async function join(name: string, email: string, part: { guest?: boolean } = {}) {
    const { teams } = ground.sandbox.world;
    addPerson(teams, { name, email, role: 'agent' }, createRandom(randomUUID()));
    const user = ground.userNamed(name);
    Object.assign(user, part);
    const chat = ground.chatWith(name);
    await waitFor(() => chat.installed, { what: `the app to be installed for ${name}` });
    return { user, chat };
  }

  async function say(chat: TeamsConversation, userId: string, text: string): Promise<string> {
    const before = cardsIn(chat).length;
    await ground.control(`/teams/conversations/${chat.id}/messages`, { userId, text });
    return waitFor(() => cardsIn(chat)[before]?.card, { what: `an answer to ${text}` });
  }

  async function propose(): Promise<string> {
    const at = Date.now();
    const outreach = exampleOutreach({
      state: 'awaiting-approval',
      mode: 'supervisor',
      customerName: `Customer ${randomUUID().slice(0, 8)}`,
      createdAt: at,
      updatedAt: at,
    });
    const step = { at, who: 'test', why: 'test', from: null, to: outreach.state };
    await ground.store.outreaches.insert(outreach, [step]);
    ground.poke(outreach.id);
    await shownIn(ground.channel, new RegExp(outreach.id));
    return outreach.id;
  }

  async function pressOn(
    place: TeamsConversation,
    card: RegExp,
    by: string,
    verb: string,
    data: unknown,
  ): Promise<string> {
    const { activity } = await shownIn(place, card);
    const pressed = await ground.control(`/teams/conversations/${place.id}/actions`, {
      userId: by,
      activityId: activity.id,
      verb,
      data,
    });
    return JSON.stringify(answered.parse(pressed).body);
  }

  const decide = (outreachId: string, by: string) =>
    pressOn(ground.channel, new RegExp(outreachId), by, 'outreach.approve', { outreachId });
  const stateOf = async (id: string) => (await ground.store.outreaches.get(id))?.state;

  it('greets everybody once an install, with who decides', async () => {
    const [agent] = ground.agents;
    assert.ok(agent);
    const welcomes = (place: TeamsConversation) =>
      cardsIn(place).filter(({ card }) => card.includes('"welcome"')).length;
    for (const place of [ground.channel, ground.chatWith(agent.name)]) {
      const { card } = await shownIn(place, /Hello, I am Reachback/);
      assert.match(card, /Sam(?: Porter|\.Porter@)/);
      assert.equal(welcomes(place), 1);
    }
    const sams = (await shownIn(ground.chatWith('Sam Porter'), /Hello, I am/)).card;
    assert.match(sams, /you decide on it there/);
    assert.doesNotMatch(sams, /No agent has your e-mail/);
    const chat = ground.chatWith(agent.name);
    assert.match((await shownIn(chat, /Hello, I am/)).card, new RegExp(`You in Genesys.*${agent.name}`));
    await ground.control(`/teams/conversations/${chat.id}/install`, {});
    assert.equal(welcomes(chat), 1, 'told again, an install is not greeted again');
    await ground.control(`/teams/conversations/${chat.id}/remove`, {});
    await ground.control(`/teams/conversations/${chat.id}/install`, {});
    assert.equal(welcomes(chat), 2, 'back again, it is');
  });

  it('refuses a guest everything about customers, in their chat and in the channel', async () => {
    const [agent] = ground.agents;
    assert.ok(agent);
    // Even with the e-mail of an agent: it is the role that counts.
    const { user, chat } = await join('Gil Guest', agent.email, { guest: true });
    assert.deepEqual(cardsIn(chat), [], 'not even greeted');
    for (const command of ['status', 'pause', 'available', 'link', 'who'])
      assert.match(await say(chat, user.id, command), /teams\.guest/, command);
    assert.match(await say(chat, user.id, 'help'), /What I do/);
    const id = await propose();
    assert.match(await decide(id, user.id), /teams\.guest/);
    assert.equal(await stateOf(id), 'awaiting-approval');
    assert.equal(ground.paused.size, 0);
    const reference = await ground.store.references.get(chat.id);
    assert.equal(reference?.userEmail, null, 'and no card of the agent’s goes there');
  });

  it('refuses a member nobody knows, with what to do about it', async () => {
    const { user, chat } = await join('Uma Unknown', 'uma@elsewhere.example');
    assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
    const id = await propose();
    assert.match(await decide(id, user.id), /teams\.not-a-supervisor/);
    assert.equal(await stateOf(id), 'awaiting-approval');
  });

  it('lets an owner of the team decide, and no longer who was removed', async () => {
    const { user, chat } = await join('Kim Owner', 'kim@northwind.example');
    const first = await propose();
    assert.match(await decide(first, user.id), /teams\.not-a-supervisor/);
    owners = [user.aadObjectId];
    skippedMs += 10 * minute;
    assert.match(await decide(first, user.id), /state-approved.*Approved by Kim Owner/);
    assert.match(await say(chat, user.id, 'who'), /Kim Owner.*Supervisor, owner of the supervisors’ team/);
    owners = [];
    skippedMs += 10 * minute;
    const second = await propose();
    assert.match(await decide(second, user.id), /teams\.not-a-supervisor/);
    assert.equal(await stateOf(second), 'awaiting-approval');
  });

  it('trusts the last list of owners for an hour while Graph is down, and not longer', async () => {
    const { user } = await join('Lou Owner', 'lou@northwind.example');
    owners = [user.aadObjectId];
    skippedMs += 10 * minute;
    assert.match(await decide(await propose(), user.id), /state-approved/);
    owners = null;
    skippedMs += 59 * minute;
    assert.match(await decide(await propose(), user.id), /state-approved/);
    skippedMs += 2 * minute;
    const late = await propose();
    assert.match(await decide(late, user.id), /teams\.not-a-supervisor/);
    assert.match(await decide(late, ground.userNamed('Sam Porter').id), /state-approved/);
    owners = [];
  }).timeout(30_000);

  describe('by link', () => {
    const sam = () => ground.userNamed('Sam Porter');

    async function asking(name: string, agentAt: number) {
      const agent = ground.agents[agentAt];
      assert.ok(agent);
      const someone = await join(name, `${name.toLowerCase().replace(' ', '.')}@contoso.example`);
      assert.match(await say(someone.chat, someone.user.id, `link ${agent.email}`), /Supervisors are asked/);
      const { card } = await shownIn(ground.channel, new RegExp(`link-asked.*${name}`));
      const [, askId = ''] = /"askId":"([^"]+)"/.exec(card) ?? [];
      assert.notEqual(askId, '');
      const press = (by: string, verb: string, data: unknown = { askId }) =>
        pressOn(ground.channel, new RegExp(`${name}.*link|link.*${name}`), by, verb, data);
      return { ...someone, agent, askId, press };
    }

    it('makes somebody an agent after a supervisor’s yes, tells both, and ends at "unlink"', async () => {
      const { user, chat, agent, press } = await asking('Pat Osei', 1);
      assert.match(await say(chat, user.id, `link ${agent.email}`), /teams\.link-pending/);
      const confirmed = await press(sam().id, 'link.confirm');
      assert.match(confirmed, /link-confirmed.*Confirmed by Sam Porter/);
      await shownIn(chat, new RegExp(`Sam Porter confirmed that you are ${agent.name}`));
      assert.match(await say(chat, user.id, 'status'), /Today \(UTC\), yours/);
      await say(chat, user.id, 'busy');
      assert.equal(ground.fakes.presences.get(agent.agentId), 'busy');
      assert.match(await say(chat, user.id, `link ${agent.email}`), /teams\.link-needless/);
      assert.match(await say(ground.chatWith('Sam Porter'), sam().id, 'who pat'), /linked by Sam Porter/);
      assert.match(await press(sam().id, 'link.refuse'), /link-confirmed.*Confirmed by Sam Porter/);
      assert.match(await say(chat, user.id, 'unlink'), /is removed/);
      assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
    });

    it('makes nobody anything after a no', async () => {
      const { user, chat, press } = await asking('Rae Refused', 2);
      assert.match(await press(sam().id, 'link.refuse'), /link-refused.*Refused by Sam Porter/);
      await shownIn(chat, /Sam Porter did not confirm/);
      assert.match(await press(sam().id, 'link.confirm'), /link-refused/);
      assert.match(await say(chat, user.id, 'link'), /No Genesys agent is matched to you/);
      assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
    });

    it('is not made by who asked for it, by who is no supervisor, or by a forged card', async () => {
      const { user, chat, agent, press, askId } = await asking('Max Forger', 3);
      assert.match(await press(user.id, 'link.confirm'), /teams\.not-a-supervisor/);
      assert.match(await press(ground.userNamed(agent.name).id, 'link.confirm'), /teams\.not-a-supervisor/);
      owners = [user.aadObjectId];
      skippedMs += 10 * minute;
      assert.match(await press(user.id, 'link.confirm'), /teams\.link-own/);
      owners = [];
      skippedMs += 10 * minute;
      assert.match(await press(sam().id, 'link.confirm', { askId: randomUUID() }), /teams\.link-gone/);
      assert.match(await press(sam().id, 'link.confirm', { askId: 7 }), /teams\.action-unknown/);
      assert.match(await press(sam().id, 'link.grant', { askId }), /teams\.action-unknown/);
      assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
      assert.match(await say(chat, user.id, 'unlink'), /is taken back/);
      assert.match(await press(sam().id, 'link.confirm'), /link-withdrawn/);
      assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
    });

    it('is ended by a supervisor, too, and by nobody else', async () => {
      const { user, chat, agent, press } = await asking('Eli Ended', 4);
      assert.match(await press(sam().id, 'link.confirm'), /link-confirmed/);
      const other = ground.userNamed(agent.name);
      const others = ground.chatWith(agent.name);
      assert.match(await say(others, other.id, 'unlink eli.ended@contoso.example'), /not-a-supervisor/);
      const said = await say(ground.chatWith('Sam Porter'), sam().id, 'unlink Eli.Ended@contoso.example');
      assert.match(said, new RegExp(`link with ${agent.name} is removed`));
      await shownIn(chat, new RegExp(`Sam Porter ended your link with ${agent.name}`));
      assert.match(await say(chat, user.id, 'status'), /teams\.person-unknown/);
    });

    it('is not asked for an agent nobody knows', async () => {
      const { user, chat } = await join('Nora Nobody', 'nora@contoso.example');
      assert.match(await say(chat, user.id, 'link nobody@northwind.example'), /teams\.agent-unknown/);
    });

    it('is not asked where no supervisor can be shown the request', async () => {
      const { user, chat } = await join('Ula Unshown', 'ula@contoso.example');
      const [agent] = ground.agents;
      assert.ok(agent);
      await ground.control('/faults', { path: '/teams/v3/conversations$', method: 'POST', status: 403 });
      assert.match(await say(chat, user.id, `link ${agent.email}`), /teams\.link-unshown/);
      assert.match(await say(chat, user.id, 'unlink'), /no link and no open request/);
    });
  });
});
