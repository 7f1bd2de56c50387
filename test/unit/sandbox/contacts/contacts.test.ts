import assert from 'node:assert/strict';
import { Contacts } from '../../../../src/sandbox/contacts/contacts.ts';
import type { ExternalContact } from '../../../../src/sandbox/contacts/external-contact.ts';

const contact = (id: string, given: Partial<ExternalContact> = {}): ExternalContact => ({
  id,
  type: 'Curated',
  fields: {},
  externalIds: [],
  claimed: [],
  createdAt: 0,
  modifiedAt: 0,
  ...given,
});

describe('Contacts', () => {
  let all: Contacts;
  beforeEach(() => {
    all = Contacts.of([
      contact('1', {
        fields: { workEmail: 'Ida@shop.example' },
        externalIds: [{ sourceId: 'crm', value: '7' }],
      }),
      contact('2', {
        externalIds: [{ sourceId: 'erp', value: '7' }],
        claimed: [{ type: 'Cookie', value: 'c' }],
      }),
    ]);
  });

  it('finds by mail address, by ids elsewhere and by what was claimed', () => {
    assert.equal(all.identifiedBy({ type: 'Email', value: 'ida@SHOP.example' })?.id, '1');
    assert.equal(all.identifiedBy({ type: 'ExternalId', value: '7', sourceId: 'erp' })?.id, '2');
    assert.equal(all.identifiedBy({ type: 'ExternalId', value: '7', sourceId: 'other' }), undefined);
    assert.equal(all.identifiedBy({ type: 'Cookie', value: 'c' })?.id, '2');
    assert.equal(all.withExternalId('7')?.id, '1');
    assert.equal(all.withExternalId('8'), undefined);
  });

  it('follows what changes and who comes and goes', () => {
    const one = all.identifiedBy({ type: 'ExternalId', value: '7', sourceId: 'crm' });
    assert.ok(one);
    all.change(one, { externalIds: [{ sourceId: 'crm', value: '8' }] });
    assert.equal(all.withExternalId('8'), one);
    assert.equal(all.withExternalId('7')?.id, '2');
    all.set('3', contact('3', { fields: { cellPhone: { e164: '+49 30 1' } } }));
    assert.equal(all.identifiedBy({ type: 'Phone', value: '+49301' })?.id, '3');
    all.delete('3');
    assert.equal(all.identifiedBy({ type: 'Phone', value: '+49301' }), undefined);
  });
});
