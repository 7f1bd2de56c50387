import assert from 'node:assert/strict';
import { first } from '../../support/sandbox/platform-ground.ts';
import { type FieldGround, startField } from './field-ground.ts';

const contacts = '/api/v2/externalcontacts/contacts';
const sources = '/api/v2/externalcontacts/externalsources';
const lookup = '/api/v2/externalcontacts/identifierlookup/contacts';

describe('external contacts', () => {
  let ground: FieldGround;
  beforeEach(async () => {
    ground = await startField();
  });
  afterEach(() => ground.close());

  const call = (method: string, path: string, body?: unknown) => ground.near.call(method, path, body);
  const crm = () => first([...ground.near.org.externalSources.keys()]);
  const withKey = (value: string, more: object = {}) => ({
    firstName: 'Anna',
    lastName: 'Vesely',
    externalIds: [{ externalSource: { id: crm() }, value }],
    ...more,
  });

  it('has everybody the organisation knows among its guests, each with a CRM key', async () => {
    for (const customer of ground.near.org.customers.values()) {
      if (customer.externalContactId === null) continue;
      const { status, body } = await call('GET', `${contacts}/${customer.externalContactId}`);
      assert.equal(status, 200);
      assert.equal(`${body.firstName} ${body.lastName}`, customer.name);
      assert.match(body.externalIds[0].value, /^CRM-\d+$/);
    }
  });

  it('keeps a new contact as given and finds it by id, word, mail, number and external id', async () => {
    const given = withKey('42', {
      workEmail: 'Anna@vesely.example',
      cellPhone: { e164: '+420777123456', display: '777 123 456' },
    });
    const { status, body } = await call('POST', contacts, given);
    assert.equal(status, 200);
    assert.equal(body.selfUri, `${contacts}/${body.id}`);
    assert.equal(body.type, 'Curated');
    assert.equal(body.workEmail, 'Anna@vesely.example');
    assert.equal(body.identifiers, undefined);
    assert.deepEqual((await call('GET', `${contacts}/${body.id}`)).body, body);
    const found = (await call('GET', `${contacts}?q=vesely%20anna&pageSize=5`)).body;
    assert.deepEqual([found.total, found.pageSize, found.entities[0].id], [1, 5, body.id]);
    for (const identifier of [
      { type: 'Email', value: 'anna@VESELY.example' },
      { type: 'Phone', value: '+420 777 123 456' },
      { type: 'ExternalId', value: '42', externalSource: { id: crm() } },
    ]) {
      assert.equal((await call('POST', lookup, identifier)).body.id, body.id, identifier.type);
    }
    assert.equal((await call('POST', lookup, { type: 'Email', value: 'no@body.example' })).status, 404);
    const expanded = (await call('GET', `${contacts}/${body.id}?expand=identifiers&expand=externalSources`))
      .body;
    assert.deepEqual(expanded.identifiers.map(({ type }: { type: string }) => type).sort(), [
      'Email',
      'ExternalId',
      'Phone',
    ]);
    assert.equal(expanded.externalIds[0].externalSource.name, 'CRM');
  });

  it('changes by PATCH field by field; PUT replaces', async () => {
    const { body } = await call('POST', contacts, withKey('1', { title: 'Dr', workEmail: 'a@b.example' }));
    ground.platform.advance(1000);
    const patched = (
      await call('PATCH', `${contacts}/${body.id}`, {
        changes: [
          { field: '$.lastName', action: 'Update', value: 'Novotna' },
          { field: '$.title', action: 'Remove' },
        ],
      })
    ).body;
    assert.deepEqual(
      [patched.firstName, patched.lastName, patched.title, patched.workEmail],
      ['Anna', 'Novotna', undefined, 'a@b.example'],
    );
    assert.deepEqual(patched.externalIds, body.externalIds);
    assert.ok(patched.modifyDate > body.modifyDate);
    const put = (await call('PUT', `${contacts}/${body.id}`, { ...patched, workEmail: undefined })).body;
    assert.deepEqual([put.firstName, put.workEmail], ['Anna', undefined]);
  });

  it('makes a person once, however many ask at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call('POST', contacts, withKey('racy'))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, 409, 409, 409, 409, 409, 409, 409]);
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'conflict');
    const kept = [...ground.near.org.contacts.values()].filter(({ externalIds }) =>
      externalIds.some(({ value }) => value === 'racy'),
    );
    assert.equal(kept.length, 1);
  });

  it('claims and releases identifiers, each for one contact', async () => {
    const one = (await call('POST', contacts, withKey('1'))).body;
    const other = (await call('POST', contacts, withKey('2'))).body;
    const identifier = { type: 'Cookie', value: 'visitor-9' };
    const claim = (id: string, operation: string) =>
      call('PATCH', `${contacts}/${id}/identifiers`, { operation, identifier });
    assert.equal((await claim(one.id, 'Claim')).status, 200);
    assert.equal((await claim(other.id, 'Claim')).status, 409);
    assert.equal((await call('POST', lookup, identifier)).body.id, one.id);
    await claim(one.id, 'Release');
    assert.equal((await claim(other.id, 'Claim')).status, 200);
    assert.equal((await call('POST', lookup, identifier)).body.id, other.id);
  });

  it('has external sources with names of their own', async () => {
    const made = await call('POST', sources, { name: 'Zendesk' });
    assert.equal(made.status, 200);
    assert.deepEqual(made.body, {
      id: made.body.id,
      name: 'Zendesk',
      active: true,
      selfUri: `${sources}/${made.body.id}`,
    });
    assert.equal((await call('POST', sources, { name: 'zendesk' })).status, 409);
    assert.deepEqual((await call('GET', `${sources}/${made.body.id}`)).body, made.body);
    assert.deepEqual((await call('GET', `${sources}?name=zen`)).body.entities, [made.body]);
    assert.equal((await call('GET', sources)).body.entities.length, 2);
  });

  it('pages external sources by cursor', async () => {
    for (let index = 0; index < 14; index += 1) await call('POST', sources, { name: `System ${index}` });
    const page = (await call('GET', `${sources}?limit=10`)).body;
    assert.equal(page.entities.length, 10);
    const rest = (await call('GET', page.nextUri)).body;
    assert.equal(rest.entities.length, 5);
    assert.equal(rest.nextUri, undefined);
    assert.equal((await call('GET', `${sources}?limit=9`)).status, 400);
  });

  const wrong: readonly [string, string, string, unknown][] = [
    ['a mail address that is none', 'POST', contacts, { workEmail: 'nobody' }],
    ['a number that is no E.164', 'POST', contacts, { cellPhone: { e164: '0777' } }],
    ['a field nobody knows', 'POST', contacts, { nickname: 'Anna' }],
    [
      'an external id of no source',
      'POST',
      contacts,
      { externalIds: [{ value: '1', externalSource: { id: 'x' } }] },
    ],
    ['eleven external ids', 'POST', contacts, { externalIds: Array.from({ length: 11 }, () => ({})) }],
    ['a list', 'POST', contacts, []],
    ['no body', 'POST', contacts, undefined],
    ['an identifier type nobody knows', 'POST', lookup, { type: 'Name', value: 'Anna' }],
    ['an external id without its source', 'POST', lookup, { type: 'ExternalId', value: '1' }],
    ['a source without a name', 'POST', sources, {}],
    ['a page beyond the thousandth', 'GET', `${contacts}?pageSize=100&pageNumber=11`, undefined],
    ['an expansion nobody knows', 'GET', `${contacts}?expand=everything`, undefined],
  ];
  for (const [what, method, path, body] of wrong) {
    it(`refuses ${what}`, async () => {
      const known = ground.near.org.contacts.size;
      const { status, body: answer } = await call(method, path, body);
      assert.equal(status, 400);
      assert.equal(typeof answer.contextId, 'string');
      assert.equal(ground.near.org.contacts.size, known);
    });
  }

  it('needs the permission of each act', async () => {
    await ground.control('POST', `/clients/${ground.near.org.clientId}`, { permissions: [] });
    for (const [method, path, missing] of [
      ['POST', contacts, 'externalContacts:contact:add'],
      ['GET', contacts, 'externalContacts:contact:view'],
      ['PATCH', `${contacts}/x`, 'externalContacts:contact:edit'],
      ['POST', lookup, 'externalContacts:contact:view'],
      ['POST', sources, 'externalContacts:externalSource:add'],
    ] as const) {
      const { status, body } = await call(method, path, method === 'GET' ? undefined : {});
      assert.equal(status, 403);
      assert.match(body.message, new RegExp(missing));
    }
  });
});
