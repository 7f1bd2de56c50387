import assert from 'node:assert/strict';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

describe('a search for users', () => {
  let ground: PlatformGround;
  before(async () => {
    ground = await startPlatform();
  });
  after(() => ground.close());

  const search = (query: readonly object[], rest: object = {}) =>
    ground.call('POST', '/api/v2/users/search', { query, ...rest });
  const namesOf = (body: { results?: { name: string }[] }): string[] =>
    (body.results ?? []).map(({ name }) => name);

  for (const [type, criterion, expected] of [
    ['EXACT', { fields: ['name'], value: 'MEI CHEN' }, ['Mei Chen']],
    ['STARTS_WITH', { fields: ['name', 'email'], value: 'mei' }, ['Mei Chen']],
    ['CONTAINS', { fields: ['email'], value: 'ines.duarte' }, ['Inês Duarte']],
    ['REGEX', { fields: ['name'], value: 'm(ei|aya) .*' }, ['Maya Lindqvist', 'Mei Chen']],
    ['TERM', { fields: ['name'], value: 'chen' }, ['Mei Chen']],
    ['TERMS', { fields: ['name'], values: ['chen', 'lindqvist'] }, ['Maya Lindqvist', 'Mei Chen']],
    ['QUERY_STRING', { value: 'mei ch*' }, ['Mei Chen']],
  ] as const) {
    it(`takes ${type}`, async () => {
      const { status, body } = await search([{ type, ...criterion }]);
      assert.equal(status, 200);
      assert.deepEqual(namesOf(body), expected);
    });
  }

  it('takes REQUIRED_FIELDS and MATCH_ALL', async () => {
    for (const criterion of [
      { type: 'REQUIRED_FIELDS', fields: ['email', 'title'] },
      { type: 'MATCH_ALL' },
    ]) {
      assert.equal((await search([criterion])).body.total, 12);
    }
  });

  it('joins criteria with AND, OR and NOT, and groups', async () => {
    const name = (value: string, operator?: string) => ({
      type: 'CONTAINS',
      fields: ['name'],
      value,
      ...(operator !== undefined && { operator }),
    });
    const either = await search([name('mei', 'OR'), name('maya', 'OR'), name('lindqvist', 'NOT')]);
    assert.deepEqual(namesOf(either.body), ['Mei Chen']);
    const grouped = await search([
      { type: 'MATCH_ALL', group: [name('mei', 'OR'), name('maya', 'OR')] },
      name('chen'),
    ]);
    assert.deepEqual(namesOf(grouped.body), ['Mei Chen']);
  });

  it('gives pages that can be followed, sorted and expanded as asked', async () => {
    const { body: one } = await search([{ type: 'MATCH_ALL' }], {
      pageSize: 8,
      expand: ['presence'],
      sort: [{ sortBy: 'name', sortOrder: 'DESC' }],
    });
    assert.equal(one.pageCount, 2);
    assert.ok(!('previousPage' in one));
    const { body: two } = await ground.call('GET', one.nextPage);
    assert.equal(two.pageNumber, 2);
    assert.ok(!('nextPage' in two) && two.results[0].presence);
    const names = [...namesOf(one), ...namesOf(two)];
    assert.deepEqual(
      names,
      [...names].sort((a, b) => b.localeCompare(a)),
    );
  });

  for (const [what, criterion] of [
    ['without a value', { type: 'EXACT', fields: ['name'] }],
    ['without fields', { type: 'EXACT', value: 'a' }],
    ['in a field that cannot be searched', { type: 'EXACT', fields: ['password'], value: 'a' }],
    ['by an expression that is none', { type: 'REGEX', fields: ['name'], value: '(' }],
    [
      'by an expression whose translation never ends',
      { type: 'REGEX', fields: ['name'], value: `${'('.repeat(20)}a${'{1,200})'.repeat(20)}` },
    ],
    ['by an expression that never ends', { type: 'REGEX', fields: ['email'], value: '(([a-z.@]+)+)+!' }],
  ] as const) {
    it(`is refused ${what}`, async () => {
      const { status } = await search([criterion]);
      assert.equal(status, 400);
    });
  }
});
