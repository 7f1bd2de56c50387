import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../../../bot/cards/adaptive-card.ts';
import { auditChoiceCard } from '../../../../bot/cards/audit-choice-card.ts';
import { auditCustomerCard } from '../../../../bot/cards/audit-customer-card.ts';
import { auditLatestCard } from '../../../../bot/cards/audit-latest-card.ts';
import { auditTrailCard } from '../../../../bot/cards/audit-trail-card.ts';
import { policyCard } from '../../../../bot/cards/policy-card.ts';
import { policyChangesCard } from '../../../../bot/cards/policy-changes-card.ts';
import { shortened } from '../../../../bot/cards/shortened.ts';
import { locales } from '../../../../bot/locales/locale.ts';
import { auditedOutreach, policySample } from './desk-samples.ts';

/** Teams refuses messages of about 28 KB and more; the message around the card needs some of it. */
const limit = 26 * 1024;
const sizeOf = (card: AdaptiveCard) => Buffer.byteLength(JSON.stringify(card));

/** What takes most room: letters of three bytes and more with lines that are blocks of their own, and signs JSON writes as six. */
const longs = ['語\n"👋" '.repeat(400).slice(0, 2_000), '\u0001'.repeat(2_000)];
const at = 1_700_000_000_000;

describe('cards of policy and audit trail', () => {
  for (const [index, long] of longs.entries())
    it(`fit into a message whatever stands in them, and say how much they leave out (${index + 1})`, () => {
      const outreach = auditedOutreach(1, {
        text: long,
        customerName: long,
        agentName: long,
        queueName: long,
      });
      const many = <Each>(each: Each): Each[] => Array.from({ length: 10 }, () => each);
      const step = { at, who: long, why: long, from: 'approved', to: 'held' } as const;
      const items = [
        { item: 'text', from: long, to: long },
        { item: 'timeZone', from: long, to: long },
      ] as const;
      const changes = many({ at, by: long, items });
      const values = { ...policySample().values, text: longs[0] ?? '' };
      for (const locale of locales) {
        const cards = [
          auditTrailCard({ outreach, steps: many(step), more: 5 }, locale),
          auditCustomerCard({ customerName: long, outreaches: many(outreach), more: 5 }, locale),
          auditLatestCard(many(outreach), locale),
          auditChoiceCard({ customers: many({ last: outreach, outreaches: 9 }), more: 5 }, locale),
          policyChangesCard(changes, locale),
          policyCard(
            policySample({
              revision: 1,
              values,
              lastChange: { at, by: long, items },
              said: 'meanwhile',
              meanwhile: changes.slice(0, 3),
            }),
            locale,
          ),
        ];
        for (const card of cards) assert.ok(sizeOf(card) < limit, `${card.fallbackText}: ${sizeOf(card)}`);
      }
      assert.match(
        JSON.stringify(auditTrailCard({ outreach, steps: many(step), more: 5 }, 'en')),
        /and (?:[5-9]|1[0-4]) more/,
      );
    });

  it('show no form to who may not change the policy, and at most six buttons to who may', () => {
    const view = policySample({ revision: 2 });
    assert.equal(policyCard(view, 'en').actions?.length, 5);
    assert.equal(policyCard(policySample(), 'en').actions?.length, 4, 'nothing to take back');
    assert.equal(policyCard({ ...view, mayChange: false }, 'en').actions, undefined);
  });

  it('bring along with every press the revision the card was read at', () => {
    const shown = JSON.stringify(policyCard(policySample({ revision: 7 }), 'en').actions);
    assert.equal(shown.match(/"policyRevision":7/g)?.length, 5);
  });

  it('show the message as it reads, and edit it as it is written', () => {
    const shown = JSON.stringify(policyCard(policySample(), 'en').body);
    assert.match(shown, /Hello \[customer\], this is \[agent\] from \[queue\]\./);
    assert.match(JSON.stringify(policyCard(policySample(), 'en').actions), /\{customer, select, none/);
  });

  it('show words of people letter by letter', () => {
    const customerName = '**Bold** [link](https://evil.example)';
    const outreach = auditedOutreach(1, { customerName, agentName: '_x_' });
    for (const card of [
      auditTrailCard({ outreach, steps: [], more: 0 }, 'en'),
      auditCustomerCard({ customerName, outreaches: [outreach], more: 0 }, 'en'),
      auditChoiceCard({ customers: [{ last: outreach, outreaches: 1 }], more: 0 }, 'en'),
    ])
      assert.doesNotMatch(JSON.stringify(card.body), /"type":"TextBlock","text":"[^"]*(?:Bold|_x_)/);
  });

  it('cut a text at letters and lines, never through one', () => {
    assert.equal(shortened('short', 5), 'short');
    assert.equal(shortened('👋👋👋', 2), '👋👋…');
    assert.equal(shortened('one\ntwo\nthree', 50, 2), 'one\ntwo…');
    assert.equal(shortened('You were in touch with us', 20), 'You were in touch…');
  });
});
