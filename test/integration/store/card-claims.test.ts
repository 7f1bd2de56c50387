import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { PostedCard } from '../../../src/store/shapes/posted-card.ts';
import type { Store } from '../../../src/store/store.ts';
import { exampleCobrowse } from '../../support/example-cobrowse.ts';
import { exampleHandOff } from '../../support/example-hand-off.ts';
import { exampleOutreach } from '../../support/example-outreach.ts';
import { storeEngines } from '../../support/store-engines.ts';

const nothingShown = { activityId: null, shownVersion: 0, failures: 0, nextTryAt: 0, lastError: null };

/** One kind of card: an id it may stand for, and how its rows are claimed, written and read. */
interface Kind {
  newId(): Promise<string>;
  claim(id: string, card: PostedCard, until: number): Promise<boolean>;
  put(id: string, card: PostedCard): Promise<void>;
  read(id: string): Promise<PostedCard | null | undefined>;
}

function kinds({ outreaches, cards, replies, cobrowses, handOffs }: Store): Record<string, Kind> {
  async function newOutreach(): Promise<string> {
    const outreach = exampleOutreach({ id: randomUUID(), eventId: randomUUID(), state: 'declined' });
    await outreaches.insert(outreach, [{ at: 1, who: 'policy', why: 'test', from: null, to: 'declined' }]);
    return outreach.id;
  }
  return {
    'an outreach': {
      newId: newOutreach,
      claim: (outreachId, card, until) => cards.claim({ outreachId, replaces: null, ...card }, until),
      put: (outreachId, card) => cards.put({ outreachId, replaces: null, ...card }),
      read: async (outreachId) => (await cards.of(outreachId))[0],
    },
    'a reply': {
      newId: newOutreach,
      claim: (outreachId, card, until) => replies.claimCard({ outreachId, ...card }, until),
      put: (outreachId, card) => replies.putCard({ outreachId, ...card }),
      read: replies.card,
    },
    'an offer of cobrowse': {
      async newId() {
        const offer = exampleCobrowse({ eventId: randomUUID(), conversationId: randomUUID() });
        await cobrowses.add(offer);
        return offer.eventId;
      },
      claim: (eventId, card, until) => cobrowses.claimCard({ eventId, ...card }, until),
      put: (eventId, card) => cobrowses.putCard({ eventId, ...card }),
      read: cobrowses.card,
    },
    'a hand-off': {
      async newId() {
        const handOff = exampleHandOff({
          id: randomUUID(),
          eventId: randomUUID(),
          conversationId: randomUUID(),
        });
        await handOffs.add(handOff);
        return handOff.id;
      },
      claim: (handOffId, card, until) => handOffs.claimCard({ handOffId, ...card }, until),
      put: (handOffId, card) => handOffs.putCard({ handOffId, ...card }),
      read: async (handOffId) => (await handOffs.cards(handOffId))[0],
    },
  };
}

for (const [name, prepare] of Object.entries(storeEngines)) {
  describe(`cards claimed on ${name}`, () => {
    let store: Store;
    let remove: () => Promise<void>;

    before(async () => {
      const place = await prepare();
      store = await place.open();
      remove = place.remove;
    });
    after(async () => {
      await store?.close();
      await remove?.();
    });

    for (const thing of ['an outreach', 'a reply', 'an offer of cobrowse', 'a hand-off']) {
      describe(`those of ${thing}`, () => {
        let kind: Kind;
        let id: string;
        const fresh: PostedCard = { ...nothingShown, conversationId: 'chat' };

        beforeEach(async () => {
          kind = kinds(store)[thing] ?? assert.fail();
          id = await kind.newId();
        });

        it('are of one alone of those who found none', async () => {
          const claims = await Promise.all([1, 2, 3].map(() => kind.claim(id, fresh, 5_000)));
          assert.deepEqual(claims.toSorted(), [false, false, true]);
          assert.partialDeepStrictEqual(await kind.read(id), { ...fresh, nextTryAt: 5_000 });
        });

        it('are of one alone of those who read the same row, be it posted or not', async () => {
          for (const activityId of [null, 'card-1']) {
            const row = { ...fresh, activityId, shownVersion: 3, nextTryAt: 7_000 };
            await kind.put(id, row);
            const claims = await Promise.all([1, 2].map(() => kind.claim(id, row, 9_000)));
            assert.deepEqual(claims.toSorted(), [false, true]);
            assert.partialDeepStrictEqual(await kind.read(id), { ...row, nextTryAt: 9_000 });
          }
        });

        it('are of nobody who read what is not there any more', async () => {
          const row = { ...fresh, activityId: 'card-1', shownVersion: 3 };
          await kind.put(id, row);
          for (const read of [fresh, { ...row, activityId: 'card-0' }, { ...row, shownVersion: 2 }])
            assert.equal(await kind.claim(id, read, 9_000), false);
          assert.partialDeepStrictEqual(await kind.read(id), row);
        });
      });
    }
  });
}
