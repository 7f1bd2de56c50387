import assert from 'node:assert/strict';

const page = new URL('../../../../src/sandbox/page/', import.meta.url);
const { outreachesOf } = await import(new URL('timeline/outreaches.js', page).href);
const { foldedCards } = await import(new URL('timeline/folded-cards.js', page).href);
const { whyNobody } = await import(new URL('timeline/why-nobody.js', page).href);

const customer = (id: string, name: string | null) => ({
  id,
  name,
  guestId: `guest-${id}`,
  externalContactId: name === null ? null : `contact-${id}`,
  channelId: 'shop',
  conversations: [{ id: `talk-${id}`, state: 'disconnected', lastActivityAt: time(-60) }],
});

const org = {
  agents: [
    { id: 'maya', name: 'Maya Lindqvist', queueIds: ['sales'] },
    { id: 'tomas', name: 'Tomás Herrera', queueIds: ['sales'] },
  ],
  customers: [customer('rohan', 'Rohan Mehta'), customer('hannah', 'Hannah Weiss'), customer('b7f4', null)],
  deployments: [{ id: 'shop', queueIds: ['sales'] }],
};

function time(second: number): string {
  return new Date(Date.UTC(2026, 10, 21, 10) + second * 1000).toISOString();
}

let number = 0;
const step = (second: number, role: string, more: object) => {
  number += 1;
  return { id: `step-${number}`, at: time(second), role, told: true, failed: false, ...more };
};
const message = (agent: string, whom: string) =>
  `Hello${whom}, this is ${agent} from Sales. You were in touch with us earlier. Just reply here.`;
const free = (second: number, agentId: string) => step(second, 'free', { agentId });
const check = (second: number, id: string) => step(second, 'check', { conversationId: `talk-${id}` });
const send = (second: number, id: string, text: string, failed = false) =>
  step(second, 'send', {
    text,
    failed,
    conversationId: `talk-${id}`,
    externalContactId: null,
    guestId: null,
  });
const posted = (second: number, cardId: string, chatId: string, texts: string[]) =>
  step(second, 'card', { cardId, chatId, texts, isNew: true, state: 'sent' });
const updated = (second: number, cardId: string) =>
  step(second, 'card', { cardId, chatId: 'x', texts: [], isNew: false, state: 'replied' });
const saw = (second: number, role: string, customerId: string) => step(second, role, { customerId });

interface Told {
  outreaches: { agentId?: string; customerId?: string; steps: { id: string; role: string }[] }[];
  rest: { role: string }[];
}

const told = (steps: object[]): Told => outreachesOf(steps, org);
const roles = ({ outreaches }: Told) =>
  outreaches.map(({ steps }) => steps.map(({ role }) => role).join(' '));

describe('the outreaches of the timeline', () => {
  const toRohan = message('Tomás Herrera', ' Rohan Mehta');
  const toHannah = message('Maya Lindqvist', ' Hannah Weiss');

  it('gathers an approved outreach from presence to reply', () => {
    const all = told([
      free(0, 'tomas'),
      posted(0.1, 'c1', 'channel', ['Rohan Mehta', 'Tomás Herrera', toRohan]),
      step(2, 'press', { cardId: 'c1' }),
      check(2.1, 'rohan'),
      send(2.2, 'rohan', toRohan),
      saw(2.3, 'shown', 'rohan'),
      posted(2.4, 'c2', 'tomas-chat', ['Rohan Mehta', 'Tomás Herrera', toRohan]),
      saw(9, 'wrote', 'rohan'),
      updated(9.1, 'c2'),
      updated(9.2, 'c1'),
    ]);
    assert.deepEqual(roles(all), ['free card press check send shown card wrote card card']);
    assert.partialDeepStrictEqual(all.outreaches[0], { agentId: 'tomas', customerId: 'rohan' });
  });

  it('takes an agent’s reply for a part of the outreach it came from, and for none where there was none', () => {
    const reply = (second: number) => ({ ...send(second, 'rohan', 'Of course.'), isReply: true });
    const all = told([
      reply(0),
      free(1, 'tomas'),
      check(1.1, 'rohan'),
      send(1.2, 'rohan', toRohan),
      reply(9),
    ]);
    assert.deepEqual(roles(all), ['free check send send']);
    assert.deepEqual(
      all.rest.map(({ role }) => role),
      ['send'],
    );
  });

  it('takes what a partner writes over a bridge for a part of it, and the name for the one who was written to', () => {
    const words = { ...send(5, 'rohan', 'We mend that seam.'), joins: true };
    const there = { ...customer('there', 'Rohan Mehta'), conversations: [{ id: 'talk-there' }] };
    const steps = [
      free(0, 'tomas'),
      check(0.1, 'rohan'),
      send(0.2, 'rohan', toRohan),
      posted(0.3, 'c1', 'tomas-chat', ['Rohan Mehta', 'Tomás Herrera', toRohan]),
      words,
      { ...send(9, 'hannah', toHannah), joins: true },
    ];
    const all: Told = outreachesOf(steps, { ...org, customers: [...org.customers, there] });
    assert.deepEqual(roles(all), ['free check send card send', 'send']);
  });

  it('tells looks at the conversation that follow each other as one', () => {
    const looked = [check(1, 'rohan'), check(2, 'rohan'), step(3, 'shown', {}), check(4, 'rohan')];
    const folded: { role: string; about?: string }[] = foldedCards(looked);
    assert.deepEqual(
      folded.map(({ role }) => role),
      ['check', 'shown', 'check'],
    );
    assert.match(folded[0]?.about ?? '', /Read 2 times/);
    const failing = [check(1, 'rohan'), { ...check(2, 'rohan'), failed: true }];
    assert.equal(foldedCards(failing).length, 2);
  });

  it('keeps two that run at once apart', () => {
    const all = told([
      free(0, 'tomas'),
      free(0.01, 'maya'),
      check(0.1, 'hannah'),
      check(0.11, 'rohan'),
      send(0.2, 'rohan', toRohan),
      send(0.21, 'hannah', toHannah),
      saw(0.3, 'waiting', 'hannah'),
      posted(0.4, 'c1', 'tomas-chat', ['Rohan Mehta', 'Tomás Herrera', toRohan]),
      posted(0.41, 'c2', 'maya-chat', ['Hannah Weiss', 'Maya Lindqvist', toHannah]),
    ]);
    assert.deepEqual(roles(all), ['free check send card', 'free check send waiting card']);
    assert.deepEqual(
      all.outreaches.map(({ customerId }) => customerId),
      ['rohan', 'hannah'],
    );
  });

  it('takes a card that several share for a step of each, and each press for those it is about', () => {
    const member = (place: number, customer: string, agent: string, waits: boolean) => ({
      place: String(place),
      outreachId: waits ? `outreach-${place}` : null,
      waits,
      texts: [customer, '  ', `${agent} would write`, 'Hello, this is…'],
    });
    const shared = (second: number, isNew: boolean, ...members: object[]) =>
      step(second, 'card', { cardId: 'b1', chatId: 'channel', texts: [], isNew, state: null, members });
    const all = told([
      free(0, 'tomas'),
      free(0.1, 'maya'),
      shared(
        0.2,
        true,
        member(1, 'Rohan Mehta', 'Tomás Herrera', true),
        member(2, 'Visitor', 'Maya Lindqvist', true),
      ),
      step(1, 'press', { cardId: 'b1', burst: { outreachId: 'outreach-1' } }),
      shared(
        1.1,
        false,
        member(1, 'Rohan Mehta', 'Tomás Herrera', false),
        member(2, 'Visitor', 'Maya Lindqvist', true),
      ),
      step(2, 'press', { cardId: 'b1', burst: { outreachId: null } }),
      check(2.1, 'b7f4'),
      send(2.2, 'b7f4', message('Maya Lindqvist', '')),
    ]);
    assert.deepEqual(roles(all), ['free card press card press', 'free card card press check send']);
    assert.partialDeepStrictEqual(all.outreaches, [
      { agentId: 'tomas', customerId: 'rohan' },
      { agentId: 'maya', customerId: 'b7f4' },
    ]);
    assert.deepEqual(all.rest, []);
  });

  it('finds the visitor without a name through the message', () => {
    const text = message('Tomás Herrera', '');
    const all = told([
      free(0, 'tomas'),
      posted(0.1, 'c1', 'channel', ['Anonymous visitor', 'Tomás Herrera', text]),
      send(3, 'b7f4', text),
      saw(3.1, 'shown', 'b7f4'),
    ]);
    assert.deepEqual(roles(all), ['free card send shown']);
    assert.equal(all.outreaches[0]?.customerId, 'b7f4');
  });

  it('keeps a failed and a repeated attempt together, and begins anew with the next occasion', () => {
    const all = told([
      free(0, 'tomas'),
      check(0.1, 'rohan'),
      send(0.2, 'rohan', toRohan, true),
      check(1, 'rohan'),
      send(6, 'rohan', toRohan),
      saw(6.1, 'shown', 'rohan'),
      posted(6.2, 'c1', 'tomas-chat', ['Rohan Mehta', 'Tomás Herrera', toRohan]),
      free(90_000, 'tomas'),
      check(90_000.1, 'rohan'),
      send(90_000.2, 'rohan', toRohan),
      saw(90_000.3, 'shown', 'rohan'),
    ]);
    assert.deepEqual(roles(all), ['free check send check send shown card', 'free check send shown']);
  });

  it('leaves everything else to the list of calls', () => {
    const all = told([step(0, 'call', {}), step(1, 'said', {}), saw(2, 'wrote', 'rohan'), updated(3, 'c9')]);
    assert.deepEqual(all.outreaches, []);
    assert.equal(all.rest.length, 4);
  });

  it('loses and repeats no step, whatever their order in time', () => {
    const steps = [
      updated(5, 'c1'),
      check(0.5, 'hannah'),
      free(0, 'maya'),
      step(1, 'left', { agentId: 'maya' }),
      send(2, 'rohan', toRohan, true),
      step(3, 'card-call', { cardId: null, failed: true, texts: ['Rohan Mehta', 'Tomás Herrera'] }),
      step(3, 'press', { cardId: 'gone' }),
    ];
    const all = told(steps);
    const ids = [...all.outreaches.flatMap(({ steps: own }) => own), ...all.rest].map((each) =>
      'id' in each ? each.id : '',
    );
    assert.deepEqual(ids.toSorted(), steps.map(({ id }) => id).toSorted());
  });
});

describe('why nobody was written to', () => {
  const known = {
    outreaches: [] as object[],
    orgs: [org],
    paused: false,
    installed: true,
    now: Date.parse(time(5)),
  };
  const lone = { agentId: 'tomas', at: time(0) };
  const why = (more: object) => whyNobody(lone, { ...known, ...more });

  it('names flapping with how long it was', () => {
    const outreaches = [{ agentId: 'tomas', at: time(-4) }, lone];
    assert.match(why({ outreaches }).about, /Free again after 4 s\. Within 10 s/);
    assert.doesNotMatch(why({ outreaches: [{ agentId: 'tomas', at: time(-11) }, lone] }).about, /flapping/);
  });

  it('names a pause, a missing bot, and an empty list of customers', () => {
    assert.match(why({ paused: true }).about, /pause/);
    assert.match(why({ installed: false }).about, /not installed/);
    const outreaches = org.customers.map(({ id }) => ({ customerId: id, at: time(-100) }));
    assert.equal(why({ outreaches }).title, 'Nobody left to write to');
    assert.equal(why({ now: Date.parse(time(0)) + 90_000_000 }).title, 'Nobody left to write to');
  });

  it('says that nobody watches an organisation the bot is not signed in to', () => {
    const signedIn = { ...org, name: 'Northwind', agents: [] };
    const other = { ...org, name: 'Southridge' };
    assert.match(why({ orgs: [signedIn, other] }).about, /signed in to Northwind.*agents of Southridge/);
    const outreaches = [{ agentId: 'maya', text: 'Hello', at: time(-60) }];
    assert.match(why({ orgs: [signedIn, other], outreaches }).about, /log says why/);
  });

  it('says where to look when it cannot be known here', () => {
    assert.match(why({}).about, /log says why/);
  });
});
