import assert from 'node:assert/strict';
import type { Customer } from '../../../../src/sandbox/world/customer.ts';
import { Customers } from '../../../../src/sandbox/world/customers.ts';

const customer = (id: string, given: Partial<Customer> = {}): Customer => ({
  id,
  name: null,
  externalContactId: null,
  deploymentId: 'd',
  token: `token-${id}`,
  guestId: `guest-${id}`,
  timeZone: 'Etc/UTC',
  browserOpen: false,
  sessionExpiresAt: 0,
  ...given,
});

describe('Customers', () => {
  const one = customer('1', { externalContactId: 'c' });
  const two = customer('2', { externalContactId: 'c', otherTokens: ['phone'] });
  let all: Customers;
  beforeEach(() => {
    all = Customers.of([structuredClone(one), structuredClone(two)]);
  });

  it('finds by guest, token and contact', () => {
    assert.equal(all.withGuestId('guest-2')?.id, '2');
    assert.equal(all.holding('token-1')?.id, '1');
    assert.equal(all.holding('phone')?.id, '2');
    assert.deepEqual(
      all.ofContact('c').map(({ id }) => id),
      ['1', '2'],
    );
    assert.equal(all.holding('guest-2'), undefined);
    assert.deepEqual(all.signedInAs('somebody'), []);
  });

  it('finds who came after the first question', () => {
    assert.equal(all.withGuestId('guest-3'), undefined);
    all.set('3', customer('3', { signedInAs: 'somebody' }));
    assert.equal(all.withGuestId('guest-3')?.id, '3');
    assert.equal(all.signedInAs('somebody')[0]?.id, '3');
  });

  it('follows a token that is handed on, and forgets where it was', () => {
    const [first, second] = [all.holding('token-1'), all.holding('phone')];
    assert.ok(first && second);
    all.change(second, { otherTokens: [] });
    all.change(first, { otherTokens: ['phone'] });
    assert.equal(all.holding('phone'), first);
    all.change(first, { otherTokens: [] });
    assert.equal(all.holding('phone'), undefined);
  });

  it('follows a contact that changes', () => {
    const [first] = all.ofContact('c');
    assert.ok(first);
    all.change(first, { externalContactId: 'd' });
    assert.deepEqual(
      all.ofContact('c').map(({ id }) => id),
      ['2'],
    );
    assert.deepEqual(
      all.ofContact('d').map(({ id }) => id),
      ['1'],
    );
  });

  it('forgets who is taken away', () => {
    assert.ok(all.withGuestId('guest-1'));
    all.delete('1');
    assert.equal(all.withGuestId('guest-1'), undefined);
    all.clear();
    assert.equal(all.withGuestId('guest-2'), undefined);
  });
});
