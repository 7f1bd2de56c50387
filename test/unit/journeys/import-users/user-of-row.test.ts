import assert from 'node:assert/strict';
import { estimateOf } from '../../../../src/journeys/import-users/estimate.ts';
import { userOfRow } from '../../../../src/journeys/import-users/user-of-row.ts';

describe('the user of a row', () => {
  it('is read from an export as it is: nested profile, whatever a contact has no place for told', () => {
    assert.deepEqual(
      userOfRow(
        {
          id: '7494535bff5cef41a15be74d',
          externalId: 'cust-42',
          profile: { givenName: 'Grace', surname: 'Hopper', email: 'grace@example.com', locale: 'en-US' },
          signedUpAt: '2019-01-14T18:55:12.515Z',
          metadata: { tier: 'gold' },
        },
        null,
      ),
      {
        userId: 'cust-42',
        externalId: null,
        name: 'Grace Hopper',
        email: 'grace@example.com',
        phone: null,
        leftOut: ['locale', 'signedUpAt', 'metadata'],
      },
    );
  });

  for (const [what, row, idName, ids] of [
    [
      'userId first, and the externalId beside it is the CRM’s',
      { id: 'a', userId: 'b', externalId: 'c' },
      null,
      ['b', 'c'],
    ],
    ['externalId where there is no userId', { id: 'a', externalId: 'c' }, null, ['c', null]],
    ['id where there is nothing else', { id: 'a', externalId: ' ', userId: '' }, null, ['a', null]],
    ['the one that was named', { id: 'a', userId: 'b', externalId: 'c' }, 'id', ['a', 'c']],
    ['a number as it is written', { user_id: 17 }, null, ['17', null]],
    ['under other spellings', { 'User ID': 'b', external_id: 'c' }, null, ['b', 'c']],
  ] as const) {
    it(`has for its id ${what}`, () => {
      const user = userOfRow(row, idName);
      assert.ok('userId' in user);
      assert.deepEqual([user.userId, user.externalId], ids);
    });
  }

  for (const [reason, row] of [
    [/no id of the user/, { givenName: 'Grace' }],
    [/^userId is no id/, { userId: 'x'.repeat(256) }],
    [/^userId is no id/, { userId: 'a\u0000b' }],
    [/^userId is no id/, { userId: { nested: true } }],
    [/^externalId is no id/, { userId: 'a', externalId: 'b\nc' }],
    [/name is not text/, { userId: 'a', givenName: ['x'] }],
    [/no e-mail address/, { userId: 'a', email: 'grace at example' }],
    [/no e-mail address/, { userId: 'a', email: 7.5 }],
  ] as const) {
    it(`is none in ${JSON.stringify(row).slice(0, 50)}`, () => {
      const user = userOfRow(row, null);
      assert.ok('reason' in user);
      assert.match(user.reason, reason);
    });
  }

  it('keeps the blanks of an id, for the site vouches for exactly that one, and of nothing else', () => {
    const read = userOfRow({ userId: ' u 1 ', externalId: 'k1 ', givenName: ' Grace ' }, null);
    assert.deepEqual('userId' in read && [read.userId, read.externalId, read.name], [
      ' u 1 ',
      'k1 ',
      'Grace',
    ]);
  });

  it('has a phone number in international form, however it is grouped, or none', () => {
    const phoneOf = (phone: string) => {
      const user = userOfRow({ userId: 'a', phone }, null);
      assert.ok('userId' in user);
      return [user.phone, user.leftOut];
    };
    assert.deepEqual(phoneOf('+44 (20) 7946-0018'), ['+442079460018', []]);
    assert.deepEqual(phoneOf('0044 20 7946 0018'), ['+442079460018', []]);
    assert.deepEqual(phoneOf('020 7946 0018'), [null, ['phone']]);
  });
});

describe('the estimate', () => {
  it('is a look-up for each id, and one request more for who is new, in 95 % of the budget', () => {
    assert.deepEqual(estimateOf(100_000, 100_000, 300), {
      calls: { least: 100_000, most: 200_000 },
      minutes: { least: 351, most: 702 },
    });
    assert.deepEqual(estimateOf(10, 15, 1), {
      calls: { least: 15, most: 25 },
      minutes: { least: 15, most: 25 },
    });
  });
});
