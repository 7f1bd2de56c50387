import assert from 'node:assert/strict';
import { createLinkDesk, type LinkParty } from '../../../../bot/links/link-desk.ts';
import { createLinkTelling } from '../../../../bot/links/link-telling.ts';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { ConversationReference } from '../../../../src/store/shapes/reference-table.ts';
import { waitFor } from '../../../../tools/program/wait-for.ts';
import { examplePersonalReference, exampleReference } from '../../../support/example-reference.ts';
import { fakeJourneys } from '../../../support/fake-journeys.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { silentLog } from '../../../support/silent-log.ts';

const ada = { agentId: 'agent-ada', name: 'Ada', email: 'ada@northwind.example', presence: null };
const channel = exampleReference();
const sams = examplePersonalReference('sam@northwind.example');
const kims = examplePersonalReference('kim@northwind.example');
const pats = examplePersonalReference('pat@contoso.example');
const supervisors = new Set(['sam@northwind.example', 'kim@northwind.example']);

function partyOf(chat: ConversationReference, name: string): LinkParty {
  const supervisor = supervisors.has(chat.userEmail ?? '');
  return {
    user: { id: chat.userId ?? '', aadObjectId: chat.aadObjectId, name },
    person: { name, email: chat.userEmail, agent: null, supervisor },
    reference: chat,
  };
}

describe('the desk for links', () => {
  /** What Teams was told: `post a:sam`, `update a:kim card-1`. */
  let told: string[];
  let failures: ErrorCode[];
  let clock: ReturnType<typeof manualClock>;
  let store: ReturnType<typeof memoryCardStore>;
  let cut: AbortController;

  beforeEach(() => {
    told = [];
    failures = [];
    clock = manualClock();
    store = memoryCardStore();
    cut = new AbortController();
  });

  async function desk(...installed: ConversationReference[]) {
    for (const place of installed) await store.references.put(place);
    const { links, overview } = fakeJourneys({ ledger: new Map(), agents: [ada], now: clock.now });
    const fail = () => {
      const code = failures.shift();
      if (code !== undefined) throw new ReachbackError(code);
    };
    return createLinkDesk({
      links,
      overview,
      identities: {
        of: async ({ id, aadObjectId, name }) => ({
          name,
          email: installed.find(({ userId }) => userId === id)?.userEmail ?? null,
          aadObjectId,
        }),
      },
      supervisors: { why: async ({ email }) => (supervisors.has(email ?? '') ? 'named' : null) },
      references: store.references,
      telling: createLinkTelling({
        references: store.references,
        teams: {
          async post({ conversationId }) {
            fail();
            told.push(`post ${conversationId}`);
            return { activityId: `card-${told.length}` };
          },
          async update({ conversationId }, activityId) {
            told.push(`update ${conversationId} ${activityId}`);
          },
        },
        languages: { of: async () => ({ locale: 'en', because: 'standard' }) },
        clock,
        cut: cut.signal,
        log: silentLog,
      }),
      log: silentLog,
    });
  }

  it('asks in the channel where there is one', async () => {
    await (await desk(channel, sams, pats)).ask(partyOf(pats, 'Pat'), ada.email);
    assert.deepEqual(told, [`post ${channel.conversationId}`]);
  });

  it('asks supervisors in their own chats where there is no channel, but nobody about themselves', async () => {
    const open = await desk(sams, kims, pats);
    await open.ask(partyOf(pats, 'Pat'), ada.email);
    assert.deepEqual(told.toSorted(), ['post a:kim', 'post a:sam']);
    told = [];
    await open.ask(partyOf(sams, 'Sam'), ada.email);
    assert.deepEqual(told, ['post a:kim']);
  });

  it('brings the card elsewhere up to date with a decision, and tells who asked', async () => {
    const open = await desk(sams, kims, pats);
    const asked = await open.ask(partyOf(pats, 'Pat'), ada.email);
    told = [];
    const view = await open.decide(partyOf(sams, 'Sam'), { askId: asked.id, said: 'confirmed' });
    assert.equal(view.verdict?.by, 'Sam');
    await waitFor(() => told.length === 2, { what: 'everybody to be told' });
    assert.match(told.toSorted().join(), /^post a:pat,update a:kim card-\d$/);
    assert.equal((await open.present(partyOf(pats, 'Pat'))).link?.agentName, 'Ada');
  });

  it('tells again what Teams had no room for, and gives up where it is not there', async () => {
    const open = await desk(channel, pats);
    failures = ['teams.throttled'];
    const asking = open.ask(partyOf(pats, 'Pat'), ada.email);
    await clock.advance(10_000);
    await asking;
    assert.deepEqual(told, [`post ${channel.conversationId}`]);
    await open.remove(partyOf(pats, 'Pat'));
    failures = ['teams.bot-removed'];
    await assert.rejects(open.ask(partyOf(pats, 'Pat'), ada.email), { code: 'teams.link-unshown' });
    assert.equal((await open.present(partyOf(pats, 'Pat'))).asked, null, 'and may ask again');
  });

  it('asks nobody where there is no supervisor to ask', async () => {
    const open = await desk(pats);
    await assert.rejects(open.ask(partyOf(pats, 'Pat'), ada.email), { code: 'teams.link-unshown' });
    assert.deepEqual(told, []);
  });
});
