import assert from 'node:assert/strict';
import { customerCard } from '../../../../bot/cards/customer-card.ts';
import { foundCustomers } from '../../../../bot/extension/found-customers.ts';
import { locales } from '../../../../bot/locales/locale.ts';
import { composeExtension, searchedFor } from '../../../../bot/teams/compose-extension.ts';

describe('a search on the wire', () => {
  const asked: [string, unknown, ReturnType<typeof searchedFor>][] = [
    [
      'nothing typed yet',
      {
        commandId: 'customers',
        parameters: [{ name: 'initialRun', value: 'true' }],
        queryOptions: { skip: 0, count: 25 },
      },
      { text: '', skip: 0, count: 25 },
    ],
    [
      'a name, and the next page',
      { parameters: [{ name: 'name', value: '  Noor ' }], queryOptions: { skip: 25, count: 10 } },
      { text: 'Noor', skip: 25, count: 10 },
    ],
    ['a parameter without a name', { parameters: [{ value: 'Noor' }] }, { text: 'Noor', skip: 0, count: 25 }],
    ['no parameters', { commandId: 'customers' }, { text: '', skip: 0, count: 25 }],
    ['nothing at all', undefined, { text: '', skip: 0, count: 25 }],
    ['nonsense', { parameters: 'x', queryOptions: { skip: -1 } }, { text: '', skip: 0, count: 25 }],
    [
      'a value that is no text',
      { parameters: [{ name: 'name', value: { a: 1 } }] },
      { text: '', skip: 0, count: 25 },
    ],
    [
      'more than a name',
      { parameters: [{ name: 'name', value: 'x'.repeat(10_000) }], queryOptions: { count: 9_999 } },
      { text: 'x'.repeat(200), skip: 0, count: 25 },
    ],
  ];
  for (const [what, value, expected] of asked) {
    it(`reads ${what}`, () => assert.deepEqual(searchedFor(value), expected));
  }

  it('is a list of cards with a line each', () => {
    const card = customerCard(
      { conversationId: 'c', customerName: 'Noor', queueName: null, lastActivityAt: 0, endedAt: null },
      'en',
    );
    const results = [{ title: 'Noor', text: 'left 2 minutes ago', card }];
    assert.deepEqual(JSON.parse(JSON.stringify(composeExtension({ kind: 'results', results }))), {
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: JSON.parse(JSON.stringify(card)),
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: 'Noor', text: 'left 2 minutes ago' },
            },
          },
        ],
      },
    });
  });

  it('stays small with a full page in any language: Teams is known to refuse other answers of 50 KB', () => {
    const found = Array.from({ length: 25 }, (_, index) => ({
      conversationId: `b1f1f7f4-8f0e-4d8f-9d53-3a1b6f0c9a${index + 10}`,
      customerName: 'Maximiliane Oberhauser-Lindenschmidt',
      queueName: 'Orders, returns and refunds',
      lastActivityAt: 1_795_000_000_000,
      endedAt: 1_795_000_060_000,
      endedBy: null,
      leftAlone: 'no-route' as const,
      draft: 'x'.repeat(2_000),
    }));
    for (const locale of locales) {
      const answer = foundCustomers(found, { text: '', skip: 0, count: 25, now: 1_795_009_000_000 }, locale);
      const bytes = Buffer.byteLength(JSON.stringify(composeExtension(answer)));
      assert.ok(bytes < 46_000, `${locale}: ${bytes} bytes`);
    }
  });

  it('is a message where there is nothing to pick', () => {
    assert.deepEqual(composeExtension({ kind: 'message', text: 'Nobody.' }), {
      composeExtension: { type: 'message', text: 'Nobody.' },
    });
  });
});
