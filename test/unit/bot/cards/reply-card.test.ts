import assert from 'node:assert/strict';
import { replyCard } from '../../../../bot/cards/reply-card.ts';
import { replySamples } from './reply-samples.ts';

const cards = new Map(replySamples('en'));
const card = (name: string) => {
  const found = cards.get(`${name}.en`);
  assert.ok(found, name);
  return found;
};
const offered = (name: string) => card(name).actions?.map(({ id }) => id) ?? [];

describe('the card of a customer’s answer', () => {
  it('offers what there is, and nothing else', () => {
    assert.deepEqual(offered('reply-here'), ['reply', 'genesys']);
    assert.deepEqual(offered('reply-sign-in'), ['sign-in', 'genesys']);
    assert.deepEqual(offered('reply-not-signed-in'), ['sign-in', 'reply', 'genesys']);
    assert.deepEqual(offered('reply-not-connected'), ['reply', 'genesys']);
    assert.deepEqual(offered('reply-elsewhere'), ['genesys']);
    assert.deepEqual(offered('reply-opted-out'), ['genesys']);
    assert.deepEqual(offered('reply-unreadable'), []);
  });

  it('keeps what could not be sent in the form', () => {
    const form = card('reply-not-signed-in').actions?.find(({ id }) => id === 'reply');
    assert.ok(form?.type === 'Action.ShowCard');
    const [input] = form.card.body;
    assert.ok(input?.type === 'Input.Text');
    assert.equal(input.value, 'It is in your e-mail.');
  });

  it('tells accepted, refused with its code, not known and not there apart', () => {
    const told = (name: string) => JSON.stringify(card(name).body);
    assert.match(told('reply-sent'), /accepted by Genesys/);
    assert.match(told('reply-refused'), /was not sent.*Next: .*Code genesys\.send\.leg-not-connected/);
    assert.match(told('reply-unknown'), /looking for your reply.*It is not sent again/);
    assert.match(told('reply-missing'), /did not arrive.*Send it again if it still fits/);
    assert.doesNotMatch(told('reply-sending'), /accepted by/);
  });

  it('names pictures and files as such', () => {
    assert.match(JSON.stringify(card('reply-files').body), /Here it is:.*A picture: label\.png.*A file"/);
  });

  it('stays small enough for Teams however many lines the customer writes', () => {
    const text = 'a\n'.repeat(500);
    const said = [1, 2, 3].map(() => ({ kind: 'text' as const, text }));
    const view = { outreachId: 'o', customerName: 'Ada', ourText: text, optedOut: false, said, replies: [] };
    const more = {
      way: 'here',
      problem: null,
      draft: text,
      signInAt: null,
      openAt: null,
      handOff: null,
      cobrowse: null,
    } as const;
    assert.ok(JSON.stringify(replyCard({ ...view, ...more }, 'ja')).length < 16_000);
  });

  it('puts no words of people where markdown is rendered', () => {
    const markdown = [
      ...JSON.stringify(card('reply-hostile-text').body).matchAll(/"type":"TextBlock","text":"([^"]*)"/g),
    ];
    assert.ok(markdown.length > 0);
    for (const [, text] of markdown) assert.doesNotMatch(text ?? '', /Bold|evil/);
  });
});
