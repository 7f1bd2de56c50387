import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { startTeamsSideGround, type TeamsSideGround } from './teams-side-ground.ts';

/** What a client may send that is none of the cards' buttons; `ID` stands for the id of an outreach that waits for approval. */
const editedData: readonly (readonly [what: string, data: string])[] = [
  ['an array for the id', '{"outreachId":["ID"]}'],
  ['an object for the id', '{"outreachId":{"id":"ID"}}'],
  ['a number for the id', '{"outreachId":7}'],
  ['nothing for the id', '{"outreachId":null}'],
  ['an empty id', '{"outreachId":""}'],
  ['no id', '{}'],
  ['the id in capital letters', '{"outreachId":"CAPITALS"}'],
  ['the id with a blank behind', '{"outreachId":"ID "}'],
  ['the id with an end of text within', '{"outreachId":"ID\\u0000"}'],
  ['an id of nobody', '{"outreachId":"00000000-0000-4000-8000-000000000000"}'],
  ['a name of every object', '{"outreachId":"__proto__"}'],
  ['another name of every object', '{"outreachId":"constructor"}'],
  ['words of SQL', '{"outreachId":"\' or 1=1 --"}'],
  ['10,000 characters', `{"outreachId":"${'x'.repeat(10_000)}"}`],
  ['the id in the prototype', '{"__proto__":{"outreachId":"ID"}}'],
  ['the id in the prototype’s constructor', '{"constructor":{"prototype":{"outreachId":"ID"}}}'],
  ['an array', '["ID"]'],
  ['a text', '"ID"'],
  ['a number', '12'],
  ['null', 'null'],
];

const editedVerbs: readonly (readonly [what: string, verb: string])[] = [
  ['a number', '7'],
  ['an array', '["outreach.approve"]'],
  ['an object', '{"verb":"outreach.approve"}'],
  ['null', 'null'],
  ['an empty text', '""'],
  ['a name of every object', '"__proto__"'],
  ['another name of every object', '"toString"'],
  ['a verb with a blank behind', '"outreach.approve "'],
  ['a verb in capital letters', '"OUTREACH.APPROVE"'],
  ['a verb that does not exist', '"outreach.send"'],
  ['10,000 characters', `"outreach.${'x'.repeat(10_000)}"`],
];

describe('presses whose data or verb somebody edited', () => {
  let ground: TeamsSideGround;
  let outreach: Outreach;
  before(async () => {
    ground = await startTeamsSideGround();
    await ground.installedEverywhere();
  });
  beforeEach(async () => {
    const [agent] = ground.agents;
    ok(agent);
    const at = Date.now();
    outreach = exampleOutreach({
      state: 'awaiting-approval',
      mode: 'supervisor',
      agentId: agent.agentId,
      agentName: agent.name,
      createdAt: at,
      updatedAt: at,
    });
    await ground.store.outreaches.insert(outreach, [
      { at, who: 'test', why: 'test', from: null, to: outreach.state },
    ]);
  });
  after(() => ground.close());

  /** The ledger's row and its trail, as they stand. */
  const rows = async () => [
    await ground.store.outreaches.get(outreach.id),
    await ground.store.outreaches.audit(outreach.id),
  ];

  /** Posts an invoke as it is written, through the bot's own door. */
  async function press(by: string, verb: string, data: string, conversation = ground.channel) {
    const user = ground.userNamed(by);
    const { teams } = ground.sandbox.world;
    const frame = JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: `${ground.sandbox.baseUrl}/teams/`,
      from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId },
      recipient: { id: teams.botId },
      conversation: { id: conversation.id, conversationType: conversation.kind },
      channelData: { tenant: { id: teams.tenantId } },
      value: 'VALUE',
    });
    const filled = data.replace('CAPITALS', outreach.id.toUpperCase()).replaceAll('ID', outreach.id);
    const value = `{"action":{"type":"Action.Execute","verb":${verb},"data":${filled}},"trigger":"manual"}`;
    const earlier = ground.lines.length;
    const response = await fetch(ground.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: frame.replace('"VALUE"', value),
    });
    return {
      status: response.status,
      text: await response.text(),
      codes: codedLines(ground.lines.slice(earlier)),
    };
  }

  const code = /\(code ((?:teams|outreach)\.[a-z-]+)\)/;

  for (const [what, data] of editedData) {
    it(`are refused with a code, logged, and change nothing: ${what}`, async () => {
      const before = await rows();
      const { status, text, codes } = await press('Sam Porter', '"outreach.approve"', data);
      equal(status, 200);
      match(text, code);
      ok(codes.includes(code.exec(text)?.[1] ?? ''), `${codes}`);
      deepEqual(await rows(), before);
    });
  }

  for (const [what, verb] of editedVerbs) {
    it(`are refused with a code, logged, and change nothing: ${what} for the verb`, async () => {
      const before = await rows();
      const { status, text, codes } = await press('Sam Porter', verb, '{"outreachId":"ID"}');
      equal(status, 200);
      match(text, /\(code teams\.action-unknown\)/);
      deepEqual(codes, ['teams.action-unknown']);
      deepEqual(await rows(), before);
    });
  }

  const others = ['approve', 'edit-and-approve', 'decline', 'snooze', 'cancel', 'arrived', 'did-not-arrive'];
  for (const verb of others) {
    it(`change nothing where the outreach is somebody else’s: ${verb}`, async () => {
      const [, stranger] = ground.agents;
      ok(stranger);
      const before = await rows();
      const data = '{"outreachId":"ID","approvedText":"Mine","declineReason":"wrong-text","snoozeFor":"10"}';
      for (const place of [ground.channel, ground.chatWith(stranger.name)]) {
        const { text, codes } = await press(stranger.name, `"outreach.${verb}"`, data, place);
        match(text, /\(code teams\.not-a-supervisor\)/);
        ok(codes.includes('teams.not-a-supervisor'));
      }
      deepEqual(await rows(), before);
    });
  }

  it('do not pollute what every object has', async () => {
    await press('Sam Porter', '"outreach.approve"', '{"__proto__":{"outreachId":"ID","supervisor":true}}');
    equal(Reflect.get({}, 'supervisor'), undefined);
    equal(Reflect.get({}, 'outreachId'), undefined);
  });

  it('are one thing, the true button another: it is taken afterwards as ever', async () => {
    const { text } = await press('Sam Porter', '"outreach.approve"', '{"outreachId":"ID"}');
    match(text, /state-approved/);
  });

  const frames: readonly (readonly [what: string, body: string])[] = [
    ['no JSON', '{"type":'],
    ['an array', '[{"type":"invoke"}]'],
    ['a number', '7'],
    ['a type that is none', '{"type":5}'],
    ['an invoke of nothing', '{"type":"invoke"}'],
  ];
  for (const [what, body] of frames) {
    it(`answer a body that is ${what} with a status of its own, and change nothing`, async () => {
      const before = await rows();
      const response = await fetch(ground.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      ok([400, 401].includes(response.status), String(response.status));
      deepEqual(await rows(), before);
    });
  }
});
