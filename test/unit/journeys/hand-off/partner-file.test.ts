import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readPartners } from '../../../../src/journeys/hand-off/partner-file.ts';

const bridge = {
  id: 'southridge',
  organisationId: '22222222-2222-4222-8222-222222222222',
  name: 'Southridge Repairs',
  region: 'eu-central-1',
  clientId: 'client',
  clientSecret: 'env:SOUTHRIDGE_SECRET',
  integrationId: 'integration',
  webhookToken: 'a-very-secret-token',
  queues: ['Repairs', 'Claims'],
};
const env = { SOUTHRIDGE_SECRET: 'hunter2' };

function read(...partners: readonly unknown[]) {
  return readPartners(JSON.stringify({ partners }), env);
}

function problems(...partners: readonly unknown[]): readonly string[] {
  const found = read(...partners);
  assert.ok('problems' in found, 'it was taken');
  return found.problems;
}

describe('the file of partners', () => {
  it('gives a bridge by default, with hosts by region, secrets by variable, and four hours', () => {
    const found = read(bridge);
    assert.ok('partners' in found);
    const [partner] = found.partners;
    assert.ok(partner);
    assert.equal(partner.apiUrl, 'https://api.mypurecloud.de');
    assert.equal(partner.clientSecret.reveal(), 'hunter2');
    assert.equal(partner.contract, 'bridge');
    assert.deepEqual(partner.channelTypes, { webmessaging: 'open' });
    assert.equal(partner.limitMs, 4 * 60 * 60_000);
    assert.equal(partner.ticketUrl, null);
    assert.ok(!inspect(found, { depth: 9 }).includes('hunter2'));
  });

  it('maps to webchat for the field contract, which needs a session key', () => {
    const { integrationId: _, webhookToken: __, ...field } = bridge;
    const found = read({ ...field, contract: 'field', sessionKey: 'key' });
    assert.ok('partners' in found);
    assert.deepEqual(found.partners[0]?.channelTypes, { webmessaging: 'webchat' });
    assert.deepEqual(problems({ ...field, contract: 'field' }), [
      'partner southridge: sessionKey is missing for the contract field',
    ]);
  });

  it('tells everything that is wrong at once, by partner and field, and no value', () => {
    const wrong = problems(
      { ...bridge, clientSecret: 'env:NOBODY', region: 'mars-1', integrationId: undefined },
      { ...bridge, id: 'x', organisationId: 'hunter2', limitMinutes: 0, color: 'red' },
      7,
      {
        ...bridge,
        id: 'y',
        organisationId: '33333333-3333-4333-8333-333333333333',
        channelTypes: { webmessaging: 'webchat' },
      },
    );
    assert.deepEqual(wrong, [
      'partner southridge: region is not a region of Genesys Cloud',
      'partner southridge: clientSecret names the variable NOBODY, which is not set',
      'partner southridge: integrationId is missing for the contract bridge',
      'partner x: organisationId is not a GUID',
      'partner x: limitMinutes is below 1',
      'partner x: color is no field of a partner',
      'partner 3: is not an object',
      'partner y: channelTypes maps webmessaging to what the contract bridge does not carry',
    ]);
  });

  it('takes each organisation and each id once', () => {
    assert.deepEqual(problems(bridge, { ...bridge, id: 'again' }), [
      'partner again: organisationId is that of another partner',
    ]);
  });

  it('takes public keys of Ed25519 alone, and no private one', () => {
    const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };
    assert.ok('partners' in read({ ...bridge, trustKeys: { keys: [key] } }));
    assert.match(
      problems({ ...bridge, trustKeys: { keys: [{ ...key, d: 'A'.repeat(43) }] } })[0] ?? '',
      /private/,
    );
    assert.match(
      problems({ ...bridge, trustKeys: { keys: [{ ...key, crv: 'X25519' }] } })[0] ?? '',
      /Ed25519/,
    );
  });

  it('sends tickets over https alone, but for this computer', () => {
    assert.match(
      problems({ ...bridge, ticketUrl: 'http://partner.example/hand-off/tickets' })[0] ?? '',
      /https/,
    );
    assert.ok('partners' in read({ ...bridge, ticketUrl: 'http://127.0.0.1:1/hand-off/tickets' }));
  });

  it('says of what is no such file that it is none', () => {
    for (const text of ['', '[]', '{"partners":7}'])
      assert.deepEqual(readPartners(text, {}), { problems: ['is no JSON of the form {"partners": […]}'] });
  });
});
