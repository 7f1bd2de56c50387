import assert from 'node:assert/strict';
import { historyCard } from '../../../../bot/cards/history-card.ts';
import { historyRow } from '../../../../bot/cards/history-row.ts';
import type { Outreach } from '../../../../src/outreach/outreach.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';

const drawn = (part: Partial<Outreach>) =>
  JSON.stringify(
    historyCard({ ofAll: false, name: null, rows: [historyRow(exampleOutreach(part))], older: false }, 'en')
      .body,
  );

describe('the card of the history', () => {
  it('tells accepted, arrived, waiting and answered apart', () => {
    assert.match(drawn({ state: 'sent' }), /Accepted by Genesys, not yet in the browser · no reply/);
    assert.match(drawn({ state: 'delivered' }), /Reached the browser · no reply/);
    assert.match(drawn({ state: 'undelivered' }), /customer away, the message waits · no reply/);
    assert.match(drawn({ state: 'replied' }), /Customer replied/);
    assert.match(drawn({ state: 'replied', reason: 'opted-out' }), /asked not to be written to again/);
  });

  it('says why nothing was sent, and when something will be', () => {
    assert.match(drawn({ state: 'held', reason: 'quiet-hours' }), /nothing was sent: it is quiet hours/);
    assert.match(drawn({ state: 'failed', reason: 'genesys.server-error' }), /code genesys\.server-error/);
    const sendAt = Date.UTC(2026, 10, 21, 15);
    assert.match(
      drawn({ state: 'approved', sendAt }),
      /will be sent \{\{DATE\(2026-11-21T15:00:00Z,SHORT\)\}\}/,
    );
  });

  it('leaves the oldest out where the card would be too big, and says that there are older ones', () => {
    const rows = Array.from({ length: 10 }, () =>
      historyRow(exampleOutreach({ customerName: '名'.repeat(2_000) })),
    );
    const card = historyCard({ ofAll: true, name: null, rows, older: false }, 'en');
    assert.ok(Buffer.byteLength(JSON.stringify(card)) < 24 * 1024);
    assert.match(JSON.stringify(card.body), /There are older ones/);
  });
});
