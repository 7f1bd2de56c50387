import assert from 'node:assert/strict';
import { createConversationLanguages } from '../../../bot/conversation-languages.ts';
import { createTeamsInbound, type TeamsInbound } from '../../../bot/teams-inbound.ts';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import type { Outreach } from '../../../src/outreach/outreach.ts';
import { codedLines } from '../../support/coded-lines.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { exampleReference } from '../../support/example-reference.ts';
import { fakeJourneys } from '../../support/fake-journeys.ts';
import { type ManualClock, manualClock } from '../../support/manual-clock.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { memorySettings } from '../../support/memory-settings.ts';
import { noLinkDesk } from '../../support/no-link-desk.ts';
import { recordingLog } from '../../support/silent-log.ts';

const reference = exampleReference();
const user = { id: '29:sam', aadObjectId: null, name: 'Sam' };

describe('what the bot does with what Teams tells it', () => {
  let store: ReturnType<typeof memoryCardStore>;
  let outreach: Outreach;
  let inbound: TeamsInbound;
  let noted: () => void;
  /** What the cards were told: `freeze …`, `thaw …`, `sweep`. */
  let cards: string[];
  let lines: string[];
  let clock: ManualClock;

  beforeEach(() => {
    store = memoryCardStore();
    outreach = exampleOutreach({ state: 'awaiting-approval' });
    store.ledger.set(outreach.id, outreach);
    noted = () => {};
    cards = [];
    const recorded = recordingLog();
    lines = recorded.lines;
    clock = manualClock();
    const settings = memorySettings();
    inbound = createTeamsInbound({
      store,
      book: {
        async note(told) {
          noted();
          return told;
        },
        removed: async () => {},
      },
      people: { of: async () => ({ name: 'Sam', email: null, agent: null, supervisor: true }) },
      linkDesk: noLinkDesk,
      roster: { who: () => Promise.reject(new Error('nobody asks who is who')), closed: async () => [] },
      welcome: {
        greet: async () => void cards.push('greet'),
        forget: async () => void cards.push('forget'),
      },
      journeys: fakeJourneys({ ledger: store.ledger, agents: [], now: clock.now }),
      drawReply: () => Promise.reject(new Error('nobody replied')),
      drawCobrowse: () => Promise.reject(new Error('nobody offered cobrowse')),
      cardSync: {
        freeze(outreachId, conversationId) {
          assert.equal(conversationId, reference.conversationId);
          cards.push(`freeze ${outreachId}`);
          return { thaw: (replaced) => void cards.push(`thaw ${replaced}`) };
        },
        poke: (outreachId) => void cards.push(`poke ${outreachId}`),
        sweep: () => void cards.push('sweep'),
      },
      languages: createConversationLanguages({ settings, standard: 'en', log: recorded.log }),
      clock,
      log: recorded.log,
    });
  });

  const say = (activityId: string | null) =>
    inbound.message({ text: 'help', user, reference, activityId, timeZone: null });
  const press = (data: unknown, activityId = 'press-1') =>
    inbound.cardAction({
      verb: 'outreach.approve',
      data,
      user,
      reference,
      activityId,
      cardId: 'card-1',
      timeZone: null,
    });

  it('answers a message once, however often it is delivered', async () => {
    assert.equal((await say('1'))?.summary, 'What I do');
    assert.equal(await say('1'), null);
    assert.equal((await say('2'))?.summary, 'What I do');
    assert.equal((await say(null))?.summary, 'What I do');
  });

  it('answers people even while the store takes nothing, and logs that with its code', async () => {
    const full = () => {
      throw new ReachbackError('store.unavailable');
    };
    noted = full;
    store.activities.firstSeen = async () => full();
    assert.equal((await say('1'))?.summary, 'What I do');
    assert.deepEqual(codedLines(lines), ['store.unavailable', 'store.unavailable']);
  });

  it('answers in the language of the conversation: the one chosen there, else the one Teams tells', async () => {
    const french = { ...reference, locale: 'fr-FR' };
    const ask = (text: string, activityId: string) =>
      inbound.message({ text, user, reference: french, activityId, timeZone: null });
    assert.equal((await ask('help', '1'))?.summary, 'Ce que je fais');
    assert.equal((await ask('language ja', '2'))?.card.lang, 'ja');
    assert.equal((await ask('help', '3'))?.summary, 'できること');
    const press = { verb: 'outreach.approve', user, activityId: 'press', cardId: null, timeZone: null };
    const pressed = await inbound.cardAction({
      ...press,
      data: { outreachId: outreach.id },
      reference: french,
    });
    assert.equal(pressed.kind === 'card' && pressed.card.lang, 'ja');
    assert.equal((await ask('language auto', '4'))?.card.lang, 'fr');
    const gone = await inbound.cardAction({ ...press, data: { outreachId: 'gone' }, reference: french });
    assert.match(gone.kind === 'message' ? gone.text : '', /\(code\u00a0: outreach\.not-found\)$/);
  });

  it('leaves the pressed card alone until it is answered by one in its place', async () => {
    const answer = await press({ outreachId: outreach.id });
    assert.equal(answer.kind, 'card');
    assert.deepEqual(cards, [`freeze ${outreach.id}`, 'thaw true']);
  });

  it('lets the pressed card be when the answer is a message', async () => {
    const answer = await press({ outreachId: 'gone' });
    assert.equal(answer.kind, 'message');
    assert.deepEqual(cards, ['freeze gone', 'thaw false']);
  });

  describe('when a press takes long', () => {
    /** A decision that is made when the test says so. */
    function slowly(): { go: () => void } {
      const gate = Promise.withResolvers<void>();
      const { get } = store.outreaches;
      store.outreaches.get = async (id) => {
        await gate.promise;
        return get(id);
      };
      return { go: gate.resolve };
    }
    const states = () => store.ledger.get(outreach.id)?.state;

    it('answers within two seconds that it goes on, lets the card be, and decides all the same', async () => {
      const { go } = slowly();
      const answer = press({ outreachId: outreach.id });
      await clock.advance(1_999);
      assert.deepEqual(cards, [`freeze ${outreach.id}`]);
      await clock.advance(1);
      const { kind, ...said } = await answer;
      assert.equal(kind, 'message');
      assert.match(JSON.stringify(said), /takes longer than usual and goes on/);
      assert.deepEqual(cards, [`freeze ${outreach.id}`, 'thaw false']);
      assert.deepEqual(codedLines(lines), ['teams.press-late']);
      assert.equal(states(), 'awaiting-approval');
      go();
      await clock.advance(0);
      assert.equal(states(), 'approved');
      assert.equal(cards.length, 2);
    });

    it('counts the same press delivered again meanwhile once', async () => {
      const { go } = slowly();
      const both = [press({ outreachId: outreach.id }), press({ outreachId: outreach.id })];
      await clock.advance(2_000);
      for (const answer of await Promise.all(both)) assert.equal(answer.kind, 'message');
      go();
      await clock.advance(0);
      assert.equal(states(), 'approved');
      assert.equal(store.ledger.get(outreach.id)?.version, outreach.version + 1);
    });

    it('says so in the presser’s language', async () => {
      slowly();
      const answer = inbound.cardAction({
        verb: 'outreach.approve',
        data: { outreachId: outreach.id },
        user,
        reference: { ...reference, locale: 'de-AT' },
        activityId: 'press-1',
        cardId: null,
        timeZone: null,
      });
      await clock.advance(2_000);
      assert.match(JSON.stringify(await answer), /dauert länger/);
    });

    it('does not hold a card for ever that nobody ever answers', async () => {
      slowly();
      const answer = press({ outreachId: outreach.id });
      await clock.advance(2_000);
      await answer;
      assert.equal(cards.at(-1), 'thaw false');
    });
  });

  it('touches no card for a button that is not ours', async () => {
    await press({ else: true });
    assert.deepEqual(cards, []);
  });

  it('looks for cards to show where it was just installed', async () => {
    await inbound.installed(reference, true);
    assert.deepEqual(cards, ['sweep', 'greet']);
  });

  it('greets nobody for another version, and anew who installs it again', async () => {
    await inbound.installed(reference, false);
    await inbound.removed(reference);
    await inbound.installed(reference, true);
    assert.deepEqual(cards, ['sweep', 'forget', 'sweep', 'greet']);
  });

  it('lets an install that could not be written down fail, so that Teams tells it again', async () => {
    noted = () => {
      throw new ReachbackError('store.unavailable');
    };
    await assert.rejects(inbound.installed(reference, true), { code: 'store.unavailable' });
  });
});
