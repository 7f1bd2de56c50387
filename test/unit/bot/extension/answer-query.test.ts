import assert from 'node:assert/strict';
import { answerQuery } from '../../../../bot/extension/answer-query.ts';
import type { ExtensionAnswer } from '../../../../bot/extension/extension-answer.ts';
import { codedLines } from '../../../support/coded-lines.ts';
import { exampleReference } from '../../../support/example-reference.ts';
import { extensionGround } from './extension-ground.ts';

const page = { skip: 0, count: 25 };

describe('a search from the compose box', () => {
  let ground: ReturnType<typeof extensionGround>;
  beforeEach(() => {
    ground = extensionGround();
  });

  const ask = (who: string, text = '', reference = ground.elsewhere(who)) =>
    answerQuery({ reference, user: ground.user(who), text, ...page }, ground.parts);

  function titles(answer: ExtensionAnswer): string[] {
    assert.ok(answer.kind === 'results', JSON.stringify(answer));
    return answer.results.map(({ title }) => title);
  }

  it('lists customers with queue and time, those an agent may write to first, and judges for that agent', async () => {
    ground.found.push(
      ground.customer({ customerName: 'Elif Kaya', leftAlone: 'contacted-recently', conversationId: 'c2' }),
      ground.customer(),
      ground.customer({ customerName: null, queueName: null, endedAt: null, conversationId: 'c3' }),
    );
    const answer = await ask('ada', 'a');
    assert.deepEqual(ground.searched, [['agent-Ada', 'a']]);
    assert.deepEqual(titles(answer), ['Noor Haddad', 'Anonymous visitor', 'Elif Kaya']);
    assert.ok(answer.kind === 'results');
    assert.deepEqual(
      answer.results.map(({ text }) => text),
      [
        'Orders and returns · left 38 minutes ago',
        'still here, active 40 minutes ago',
        'Orders and returns · left 38 minutes ago · not now: this customer was written to recently',
      ],
    );
    assert.deepEqual(answer.results[0]?.card.actions, [
      {
        type: 'Action.Execute',
        id: 'open',
        title: 'Propose a message',
        tooltip: 'Write a message to Noor Haddad in your name',
        verb: 'customer.open',
        data: { conversationId: 'conversation-1' },
        fallback: 'drop',
      },
    ]);
  });

  it('puts nothing of the draft and nothing they said on the card that others will read', async () => {
    ground.found.push(ground.customer({ leftAlone: 'opted-out' }));
    const answer = await ask('ada');
    assert.ok(answer.kind === 'results');
    assert.doesNotMatch(JSON.stringify(answer.results[0]?.card), /this is Ada|asked not to/);
  });

  it('is open to supervisors who are no agents', async () => {
    ground.found.push(ground.customer());
    assert.deepEqual(titles(await ask('sam')), ['Noor Haddad']);
    assert.deepEqual(ground.searched, [[null, '']]);
  });

  it('tells guests and people nobody knows nothing about customers, and why', async () => {
    ground.found.push(ground.customer());
    for (const [who, code] of [
      ['uma', 'teams.person-unknown'],
      ['gus', 'teams.guest'],
    ] as const) {
      const answer = await ask(who, 'noor');
      assert.ok(answer.kind === 'message');
      assert.match(answer.text, new RegExp(code.replace('.', '\\.')));
      assert.doesNotMatch(answer.text, /Noor/);
    }
    assert.deepEqual(ground.searched, []);
    assert.deepEqual(codedLines(ground.lines), ['teams.person-unknown', 'teams.guest']);
  });

  it('knows a person by their own chat with the bot, wherever they search, and writes nothing of the other place down', async () => {
    const before = ground.store.places.size;
    await ask('ada');
    const channel = exampleReference();
    await ask('ada', '', channel);
    await answerQuery({ reference: null, user: ground.user('ada'), text: '', ...page }, ground.parts);
    assert.deepEqual(ground.lookedUp, ['29:ada a:ada', '29:ada a:ada', '29:ada a:ada']);
    assert.equal(ground.store.places.size, before);
  });

  it('looks a person’s chat up once, and again when the bot was removed from it', async () => {
    let lists = 0;
    const { installed } = ground.store.references;
    ground.store.references.installed = () => {
      lists += 1;
      return installed();
    };
    await ask('ada', 'a');
    await ask('ada', 'ad');
    assert.equal(lists, 1);
    const chat = ground.store.places.get('a:ada');
    assert.ok(chat);
    ground.store.places.set('a:ada', { ...chat, installed: false });
    const gone = await ask('ada', 'ada');
    assert.ok(gone.kind === 'message');
    assert.match(gone.text, /say “help”/);
  });

  it('asks the channel’s roster for who has no chat with the bot, and nobody anywhere else', async () => {
    const nils = await ask('nils');
    assert.ok(nils.kind === 'message');
    assert.match(nils.text, /say “help”/);
    await ask('nils', '', exampleReference());
    assert.deepEqual(ground.lookedUp, ['29:nils 19:outreach@thread.tacv2']);
  });

  it('does not take somebody else’s chat for a person’s own', async () => {
    const sams = ground.store.places.get('a:sam');
    assert.ok(sams);
    await ask('nils', '', sams);
    assert.deepEqual(ground.lookedUp, []);
  });

  it('says when nobody fits', async () => {
    assert.deepEqual(await ask('ada', 'zoë'), {
      kind: 'message',
      text: 'Nobody named “zoë” was here in the last 24 hours.',
    });
    assert.deepEqual(await ask('ada'), { kind: 'message', text: 'Nobody was here in the last 24 hours.' });
  });

  it('gives the page asked for', async () => {
    ground.found.push(
      ...Array.from({ length: 30 }, (_, index) => ground.customer({ customerName: `Customer ${index}` })),
    );
    const user = ground.user('ada');
    const next = await answerQuery({ reference: null, user, text: '', skip: 25, count: 25 }, ground.parts);
    assert.deepEqual(
      titles(next),
      [25, 26, 27, 28, 29].map((index) => `Customer ${index}`),
    );
  });

  it('speaks the language of the person’s own chat', async () => {
    const chat = ground.store.places.get('a:ada');
    assert.ok(chat);
    ground.store.places.set('a:ada', { ...chat, locale: 'fr-FR' });
    assert.deepEqual(await ask('ada', 'zoë'), {
      kind: 'message',
      text: 'Personne du nom de «\u00a0zoë\u00a0» n’est venu au cours des dernières 24\u00a0heures.',
    });
  });

  it('answers before Teams gives up, and when it cannot search', async () => {
    ground.searchBy(() => new Promise(() => {}));
    const waiting = ask('ada');
    await ground.clock.advance(4_000);
    assert.deepEqual(await waiting, {
      kind: 'message',
      text: 'That took too long. Please search again.',
    });
    ground.searchBy(() => Promise.reject(new Error('the disk is gone')));
    const answer = await ask('ada');
    assert.ok(answer.kind === 'message');
    assert.match(answer.text, /teams\.search-failed/);
    assert.doesNotMatch(answer.text, /disk/);
    assert.deepEqual(codedLines(ground.lines), ['teams.search-failed', 'teams.search-failed']);
    await ground.clock.advance(0);
    assert.equal(ground.clock.pending(), 0);
  });

  it('shows markup in names as it is typed', async () => {
    ground.found.push(ground.customer({ customerName: '<b>Bo</b> [x](https://evil.example) **!**\nnext' }));
    const [title] = titles(await ask('ada'));
    assert.doesNotMatch(title ?? '', /<|>|\]\(|\*\*|\n/);
    assert.match(title ?? '', /^‹b›Bo‹\/b› \[x\]\u2060\(https/);
  });
});
