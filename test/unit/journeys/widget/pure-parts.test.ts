import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { askerAddress } from '../../../../bot/doors/asker-address.ts';
import { customAttributes } from '../../../../src/journeys/widget/custom-attributes.ts';
import { nameFields } from '../../../../src/journeys/widget/name-fields.ts';
import { originIsAllowed } from '../../../../src/journeys/widget/origin-is-allowed.ts';
import { planContact } from '../../../../src/journeys/widget/plan-contact.ts';
import { visitOnConversation } from '../../../../src/journeys/widget/visit-on-conversation.ts';
import { keptKeys } from '../../../../src/store/key-file.ts';
import { temporaryDirectory } from '../../../../tools/program/temporary-directory.ts';

const user = { sourceId: 'zendesk', value: 'u1' };
const key = { sourceId: 'crm', value: 'k1' };
const contact = (id: string, ...externalIds: { sourceId: string; value: string }[]) => ({ id, externalIds });

describe('whose contact the ids of a user are', () => {
  it('makes one where nobody has them', () => {
    assert.deepEqual(planContact([{ id: user, contact: null }]), { do: 'create' });
  });
  it('is the one both are of', () => {
    const both = contact('a', user, key);
    assert.deepEqual(
      planContact([
        { id: user, contact: both },
        { id: key, contact: both },
      ]),
      { do: 'use', contactId: 'a', add: [] },
    );
  });
  it('gets the id it does not have yet', () => {
    assert.deepEqual(
      planContact([
        { id: user, contact: null },
        { id: key, contact: contact('a', key) },
      ]),
      { do: 'use', contactId: 'a', add: [user] },
    );
  });
  it('is nobody’s when they are of two people, or the contact is another user already', () => {
    const refuse = { do: 'refuse' };
    assert.deepEqual(
      planContact([
        { id: user, contact: contact('a', user) },
        { id: key, contact: contact('b', key) },
      ]),
      refuse,
    );
    const other = contact('a', key, { sourceId: 'zendesk', value: 'u2' });
    assert.deepEqual(
      planContact([
        { id: user, contact: null },
        { id: key, contact: other },
      ]),
      refuse,
    );
  });
});

describe('where a widget’s page is from', () => {
  const listed = { origins: ['https://shop.example'], anyLoopbackOrigin: false };
  it('is compared as a whole', () => {
    assert.equal(originIsAllowed('https://shop.example', listed), true);
    for (const other of [
      null,
      'null',
      'http://shop.example',
      'https://shop.example:8443',
      'https://shop.example.evil',
      'https://shop.example/',
      'http://localhost:5173',
    ])
      assert.equal(originIsAllowed(other, listed), false, String(other));
  });
  it('may be any of this machine in the sandbox', () => {
    const sandbox = { origins: [], anyLoopbackOrigin: true };
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:3979', 'http://[::1]:8080'])
      assert.equal(originIsAllowed(origin, sandbox), true, origin);
    assert.equal(originIsAllowed('http://localhost.evil.example', sandbox), false);
  });
});

describe('what a widget sends for the flow', () => {
  it('is the site’s attributes and ours, and ours win', () => {
    assert.deepEqual(
      customAttributes('visit', { userId: 'u1', externalId: 'k1' }, { plan: 'gold', userId: 'somebody' }),
      { plan: 'gold', userId: 'u1', external_id: 'k1', reachbackVisit: 'visit' },
    );
  });
  it('is 2,048 bytes at most, as bytes', () => {
    assert.equal(customAttributes('visit', null, { text: 'ü'.repeat(1_100) }), null);
    assert.notEqual(customAttributes('visit', null, { text: 'u'.repeat(1_100) }), null);
  });
});

describe('the visit a conversation is of', () => {
  const leg = { id: 'leg', state: 'connected' };
  const participant = { purpose: 'customer', messages: [leg] };
  it('is told by the customer’s attribute, with or without the platform’s prefix', () => {
    for (const name of ['reachbackVisit', 'context.reachbackVisit'])
      assert.deepEqual(
        visitOnConversation({ id: 'c', participants: [{ ...participant, attributes: { [name]: 'v' } }] }),
        { visitId: 'v', communicationId: 'leg', externalContactId: null },
      );
  });
  it('is none where the guest wrote what no visit is called: the browser sends it, and a store cannot ask for everything', () => {
    for (const visit of ['a\0b', 'x'.repeat(101), ''])
      assert.equal(
        visitOnConversation({
          id: 'c',
          participants: [{ purpose: 'customer', messages: [leg], attributes: { reachbackVisit: visit } }],
        })?.visitId,
        null,
      );
  });
  it('is not an agent’s to tell', () => {
    const agent = { purpose: 'agent', messages: [leg], attributes: { reachbackVisit: 'v' } };
    assert.equal(visitOnConversation({ id: 'c', participants: [agent] }), null);
  });
});

describe('small parts of a widget', () => {
  it('splits a name after its first word, and makes nothing up', () => {
    assert.deepEqual(nameFields('Anna  Maria Example'), { firstName: 'Anna', lastName: 'Maria Example' });
    assert.deepEqual(nameFields('Cher'), { firstName: 'Cher' });
    assert.deepEqual(nameFields(null), {});
  });
  it('believes X-Forwarded-For only as far as our own proxies wrote it', () => {
    assert.equal(askerAddress('10.0.0.1', '1.1.1.1', 0), '10.0.0.1');
    assert.equal(askerAddress('10.0.0.1', '6.6.6.6, 1.1.1.1', 1), '1.1.1.1');
    assert.equal(askerAddress('10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2), '1.1.1.1');
    assert.equal(askerAddress('10.0.0.1', undefined, 1), '10.0.0.1');
  });
  it('knows an asker again whatever port a proxy wrote, and whichever address of their IPv6 network they took', () => {
    assert.equal(askerAddress('10.0.0.1', '1.1.1.1:4711', 1), '1.1.1.1');
    assert.equal(askerAddress('::ffff:1.1.1.1', undefined, 0), '1.1.1.1');
    const network = askerAddress('2001:db8:1:2:3:4:5:6', undefined, 0);
    assert.equal(askerAddress('10.0.0.1', '[2001:db8:1:2::9]:4711', 1), network);
    assert.equal(askerAddress('2001:DB8:1:2::1', undefined, 0), network);
    assert.equal(askerAddress('2001:db8:0001:0002:ffff::', undefined, 0), network);
    assert.notEqual(askerAddress('2001:db8:1:3::1', undefined, 0), network);
    assert.notEqual(askerAddress('::1', undefined, 0), network);
    assert.equal(askerAddress('10.0.0.1', 'unknown', 1), 'unknown');
  });
  it('keeps its keys in a file nobody else may read, changes them after 30 days and forgets the old one two days later', async () => {
    const { path, remove } = await temporaryDirectory();
    try {
      const day = 86_400_000;
      const at = (days: number) =>
        keptKeys(path, 'keys.json', days * day, () => ({
          kid: `k${days}`,
          secret: 'x'.repeat(32),
          madeAt: days * day,
        })).map(({ kid }) => kid);
      assert.deepEqual(at(0), ['k0']);
      assert.equal((await stat(join(path, 'keys.json'))).mode & 0o777, 0o600);
      assert.deepEqual(at(29), ['k0']);
      assert.deepEqual(at(31), ['k31', 'k0']);
      assert.deepEqual(at(32), ['k31', 'k0']);
      assert.deepEqual(at(34), ['k31']);
    } finally {
      await remove();
    }
  });
});
