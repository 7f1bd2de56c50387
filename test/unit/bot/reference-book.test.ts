import assert from 'node:assert/strict';
import { createReferenceBook, type ReferenceBook } from '../../../bot/reference-book.ts';
import { examplePersonalReference, exampleReference } from '../../support/example-reference.ts';
import { memoryCardStore } from '../../support/memory-card-store.ts';
import { recordingLog } from '../../support/silent-log.ts';

describe('the reference book', () => {
  let store: ReturnType<typeof memoryCardStore>;
  let book: ReferenceBook;
  let asked: number;
  let email: () => Promise<string | null>;

  beforeEach(() => {
    store = memoryCardStore();
    asked = 0;
    email = async () => 'ada@northwind.example';
    book = createReferenceBook({
      references: store.references,
      identities: {
        async of() {
          asked += 1;
          return { name: 'Ada Lindqvist', email: await email(), aadObjectId: null };
        },
      },
      log: recordingLog().log,
    });
  });

  const chat = examplePersonalReference(null, { conversationId: 'a:ada', userId: '29:ada' });

  it('does not give the e-mail of one person to another who speaks in the same conversation', async () => {
    await book.note(chat, 'installed');
    email = async () => 'mallory@northwind.example';
    const seen = await book.note({ ...chat, userId: '29:mallory' }, 'spoken');
    assert.equal(seen.userEmail, 'mallory@northwind.example');
  });

  it('keeps a personal chat with the e-mail asked for once, and refreshes the service address', async () => {
    await book.note(chat, 'installed');
    await book.note({ ...chat, serviceUrl: 'http://127.0.0.1:8/moved/' }, 'seen');
    assert.equal(asked, 1);
    assert.partialDeepStrictEqual(store.places.get('a:ada'), {
      userEmail: 'ada@northwind.example',
      serviceUrl: 'http://127.0.0.1:8/moved/',
    });
  });

  it('knows by the roster who it is where the install does not say', async () => {
    const nameless = { ...chat, userName: null };
    assert.equal((await book.note(nameless, 'installed')).userName, 'Ada Lindqvist');
    assert.equal(store.places.get('a:ada')?.userName, 'Ada Lindqvist');
    assert.equal((await book.note({ ...chat, userName: 'Ada L.' }, 'spoken')).userName, 'Ada L.');
  });

  it('is written even when the e-mail cannot be found out, which is asked again next time', async () => {
    email = () => Promise.reject(new Error('roster down'));
    await book.note(chat, 'installed');
    assert.equal(store.places.get('a:ada')?.userEmail, null);
    email = async () => 'ada@northwind.example';
    await book.note(chat, 'spoken');
    assert.equal(store.places.get('a:ada')?.userEmail, 'ada@northwind.example');
  });

  it('keeps the language last told, also when something tells none', async () => {
    await book.note({ ...chat, locale: 'fr-FR' }, 'installed');
    await book.note(chat, 'seen');
    assert.equal(store.places.get('a:ada')?.locale, 'fr-FR');
    await book.note({ ...chat, locale: 'ja-JP' }, 'seen');
    assert.equal(store.places.get('a:ada')?.locale, 'ja-JP');
  });

  it('takes the language of a channel from who speaks there, not from who merely comes or goes', async () => {
    const channel = exampleReference({ locale: 'fr-FR' });
    await book.note(channel, 'installed');
    await book.note({ ...channel, locale: 'en-GB' }, 'seen');
    assert.equal(store.places.get(channel.conversationId)?.locale, 'fr-FR');
    await book.note({ ...channel, locale: 'de-DE' }, 'spoken');
    assert.equal(store.places.get(channel.conversationId)?.locale, 'de-DE');
  });

  it('does not make every channel somebody speaks in a place for cards', async () => {
    await book.note(exampleReference({ conversationId: '19:chosen' }), 'installed');
    await book.note(exampleReference({ conversationId: '19:random' }), 'spoken');
    await book.note(exampleReference({ conversationId: '19:general' }), 'seen');
    assert.deepEqual([...store.places.keys()], ['19:chosen']);
  });

  it('takes the first channel spoken in when it knows of none', async () => {
    await book.note(exampleReference({ conversationId: '19:team' }), 'spoken');
    assert.equal(store.places.get('19:team')?.installed, true);
  });

  it('is not written again by every word that says nothing new, but by a later one is', async () => {
    await book.note({ ...chat, toldAt: 1_000 }, 'installed');
    const { put } = store.references;
    let puts = 0;
    store.references.put = async (reference) => {
      puts += 1;
      await put(reference);
    };
    await book.note({ ...chat, toldAt: 50_000, updatedAt: 7 }, 'spoken');
    assert.equal(puts, 0);
    await book.note({ ...chat, toldAt: 61_000, updatedAt: 8 }, 'spoken');
    assert.equal(puts, 1);
    await book.note({ ...chat, toldAt: 62_000, serviceUrl: 'http://127.0.0.1:8/moved/' }, 'spoken');
    assert.equal(puts, 2);
  });

  describe('whatever the order in which Teams delivers', () => {
    const at = (toldAt: number) => ({ ...chat, toldAt });
    const installed = () => store.places.get('a:ada')?.installed;

    it('leaves a chat removed whose install arrives after the later removal', async () => {
      await book.removed(at(2_000), 5);
      await book.note(at(1_000), 'installed');
      assert.equal(installed(), false);
      await book.note(at(3_000), 'installed');
      assert.equal(installed(), true);
    });

    it('leaves a chat installed whose removal arrives after the later install', async () => {
      await book.note(at(1_000), 'installed');
      await book.note(at(3_000), 'installed');
      await book.removed(at(2_000), 5);
      assert.equal(installed(), true);
    });

    it('does not take a word said before the removal for a return', async () => {
      await book.note(at(1_000), 'installed');
      await book.removed(at(3_000), 5);
      await book.note(at(2_000), 'spoken');
      assert.equal(installed(), false);
      await book.note(at(4_000), 'spoken');
      assert.equal(installed(), true);
    });

    it('does not let a removal be overtaken by an install still asking who the person is', async () => {
      let told = (_email: string | null): void => {};
      email = () =>
        new Promise((resolve) => {
          told = resolve;
        });
      const installing = book.note(at(1_000), 'installed');
      await new Promise(setImmediate);
      await book.removed(at(2_000), 5);
      told('ada@northwind.example');
      await installing;
      assert.equal(installed(), false);
    });

    it('goes by the order of arrival where Teams tells no time', async () => {
      await book.note(at(1_000), 'installed');
      await book.removed(at(0), 5);
      assert.equal(installed(), false);
      await book.note(at(0), 'spoken');
      assert.equal(installed(), true);
    });

    it('forgets why Teams refused it as soon as somebody speaks there', async () => {
      await book.note(at(1_000), 'installed');
      await store.references.markRefused('a:ada', 7, 'teams.bot.blocked-by-user');
      await book.note(at(1_500), 'seen');
      assert.partialDeepStrictEqual(store.places.get('a:ada'), {
        installed: false,
        refusedWith: 'teams.bot.blocked-by-user',
      });
      await book.note(at(2_000), 'spoken');
      assert.partialDeepStrictEqual(store.places.get('a:ada'), { installed: true, refusedWith: null });
    });

    it('does not make a channel it was removed from a place for cards again because somebody speaks there, while it has another', async () => {
      const general = exampleReference({ conversationId: '19:general' });
      await book.note(exampleReference({ conversationId: '19:chosen' }), 'installed');
      await book.removed(general, 5);
      await book.note({ ...general, toldAt: 9 }, 'spoken');
      assert.equal(store.places.get('19:general')?.installed, false);
    });
  });

  it('does not undo a removal because something else arrives, but does when somebody speaks there', async () => {
    await book.note(chat, 'installed');
    await book.removed(chat, 1);
    await book.note(chat, 'seen');
    assert.equal(store.places.get('a:ada')?.installed, false);
    await book.note(chat, 'spoken');
    assert.equal(store.places.get('a:ada')?.installed, true);
  });
});
