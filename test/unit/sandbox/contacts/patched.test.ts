import assert from 'node:assert/strict';
import { patchBody, patched } from '../../../../src/sandbox/contacts/patched.ts';

const ada = { firstName: 'Ada', address: { city: 'London' }, externalIds: [{ value: '1' }] };
const change = (action: string, field: string, value?: unknown) =>
  patched(ada, patchBody.parse({ changes: [{ action, field, value }] }).changes);

describe('a patched contact', () => {
  for (const [action, field, value, expected] of [
    ['Update', '$.firstName', 'Augusta', { ...ada, firstName: 'Augusta' }],
    ['Update', '$.address.city', 'Paris', { ...ada, address: { city: 'Paris' } }],
    ['UpdateIfEmpty', '$.firstName', 'Augusta', ada],
    ['UpdateIfEmpty', '$.title', 'Countess', { ...ada, title: 'Countess' }],
    ['UpdateIfExists', '$.title', 'Countess', ada],
    ['UpdateIfExists', '$.firstName', 'Augusta', { ...ada, firstName: 'Augusta' }],
    [
      'AppendToCollection',
      '$.externalIds',
      [{ value: '2' }],
      { ...ada, externalIds: [{ value: '1' }, { value: '2' }] },
    ],
    ['RemoveFromCollection', '$.externalIds', [{ value: '1' }], { ...ada, externalIds: [] }],
  ] as const) {
    it(`${action} of ${field}`, () => {
      assert.deepEqual(change(action, field, value), expected);
    });
  }

  it('Remove takes the field away, and what held nothing else with it', () => {
    assert.deepEqual(change('Remove', '$.address.city'), { firstName: 'Ada', externalIds: ada.externalIds });
  });

  it('is refused where a change does not fit', () => {
    assert.throws(() => change('Update', '$.firstName'), { code: 'bad.request' });
    assert.throws(() => change('AppendToCollection', '$.firstName', ['x']), { code: 'bad.request' });
    assert.throws(() => change('Update', '$.firstName.nick', 'x'), { code: 'bad.request' });
    const { changes } = patchBody.parse({
      changes: [
        { action: 'Update', field: '$.address', value: {} },
        { action: 'Update', field: '$.address.city', value: 'Paris' },
      ],
    });
    assert.throws(() => patched(ada, changes), { code: 'bad.request' });
  });
});
