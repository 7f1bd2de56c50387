import assert from 'node:assert/strict';
import type { AdaptiveCard, CardElement } from '../../../../bot/cards/adaptive-card.ts';
import { candidatesCard } from '../../../../bot/cards/candidates-card.ts';
import type { CandidatesView } from '../../../../bot/cards/candidates-view.ts';
import { candidateSample, candidatesSample } from './by-hand-samples.ts';

const drawn = (part: Partial<CandidatesView>) => candidatesCard(candidatesSample(part), 'en');

function* elementsOf(elements: readonly CardElement[]): Generator<CardElement> {
  for (const element of elements) {
    yield element;
    if (element.type === 'Container') yield* elementsOf(element.items);
  }
}

function forms(card: AdaptiveCard) {
  return [...elementsOf(card.body)].flatMap((element) =>
    element.type === 'ActionSet'
      ? element.actions.flatMap((action) => (action.type === 'Action.ShowCard' ? [action.card] : []))
      : [],
  );
}

const ownWords = (card: AdaptiveCard) =>
  [...elementsOf(card.body)].flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []));

describe('the card of the candidates', () => {
  it('gives each customer a form with the text to begin with, and a button that says which of the forms it is', () => {
    const card = drawn({ best: [candidateSample(1), candidateSample(2, { draft: 'Second' })] });
    assert.deepEqual(
      forms(card).map(({ body: [input], actions: [send] }) => [
        input?.id,
        input?.type === 'Input.Text' && input.value,
        send?.verb,
        send?.data,
      ]),
      [
        [
          'candidateText1',
          'Hello Noor, this is Ada. I am free now: can I still help you?',
          'candidate.send',
          {
            conversationId: '00000000-0000-4000-8000-000000000001',
            nonce: '3f0b2c66-0a6e-4f4e-8f3b-1d2f3a4b5c6d',
            place: 1,
          },
        ],
        [
          'candidateText2',
          'Second',
          'candidate.send',
          {
            conversationId: '00000000-0000-4000-8000-000000000002',
            nonce: '3f0b2c66-0a6e-4f4e-8f3b-1d2f3a4b5c6d',
            place: 2,
          },
        ],
      ],
    );
  });

  it('says by the button whether a supervisor is asked first', () => {
    const titles = [false, true].map(
      (needsApproval) => forms(drawn({ best: [candidateSample(1)], needsApproval }))[0]?.actions[0]?.title,
    );
    assert.deepEqual(titles, ['Send', 'Send for approval']);
  });

  it('shows as many as fit with the longest texts, and counts the others', () => {
    const best = [1, 2, 3, 4, 5].map((n) => candidateSample(n, { draft: '長'.repeat(2_000) }));
    const card = drawn({ best, more: 4 });
    assert.ok(Buffer.byteLength(JSON.stringify(card)) < 24 * 1024);
    const shown = forms(card).length;
    assert.ok(shown >= 2 && shown < 5, `${shown} shown`);
    assert.ok(ownWords(card).includes(`And ${9 - shown} more.`));
  });

  it('says why nobody is on it', () => {
    const why = (part: Partial<CandidatesView>) => ownWords(drawn(part)).join('\n');
    assert.match(why({ paused: true }), /Outreach is paused/);
    assert.match(why({}), /No customer was here in the last 24 hours/);
    assert.match(why({ silentForMs: 180_000 }), /Nothing heard from Genesys Cloud for 3 minutes/);
    assert.match(
      why({ leftAlone: { 'no-route': 1 } }),
      /The one customer of the last 24 hours is left alone/,
    );
    assert.match(
      why({ leftAlone: { 'opted-out': 1, 'no-route': 11, parked: 2, 'outside-24h': 1 } }),
      /All 15 customers.*\nLeft alone: 11 with no way to reach them · 3 for other reasons · 1 asked not to be written to$/,
    );
    assert.doesNotMatch(why({ best: [candidateSample(1)] }), /Left alone|last 24 hours/);
  });

  it('puts no words of people where markdown is rendered', () => {
    const card = drawn({
      best: [candidateSample(1, { customerName: '[evil](https://evil.example)', queueName: '**evil**' })],
      said: 'To *evil*',
    });
    assert.doesNotMatch(ownWords(card).join('\n'), /evil/);
    assert.match(JSON.stringify(card.body), /\[evil\]/);
  });
});
