import assert from 'node:assert/strict';
import { regionHosts } from '../../../../../src/genesys/region-hosts.ts';
import { formOf } from '../../../../../src/journeys/hand-off/registering/form-of.ts';
import { problemOf } from '../../../../../src/journeys/hand-off/registering/form-problem.ts';
import { writtenPartner } from '../../../../../src/journeys/hand-off/registering/kept-partner.ts';
import {
  emptyPartnerForm,
  type PartnerForm,
} from '../../../../../src/journeys/hand-off/registering/partner-form.ts';
import { readRegistered } from '../../../../../src/journeys/hand-off/registering/registered-partner.ts';
import { writtenFromForm } from '../../../../../src/journeys/hand-off/registering/written-from-form.ts';
import { southridgeForm } from '../../../../support/southridge-form.ts';

const ground = {
  env: { PARTNER_SOUTH_SECRET: 'hunter2', PARTNER_SOUTH_WEBHOOK: 'token', PATH: '/bin' },
  hostsOf: regionHosts,
  sandbox: false,
};
const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };

function problems(more: Partial<PartnerForm>, on = ground): Record<string, string> {
  const { written, problems: first } = writtenFromForm({ ...southridgeForm, ...more });
  const read = readRegistered(written, on);
  const told = 'partner' in read ? [] : read.wrong.map(problemOf);
  const fields = first.map(({ field }) => field);
  return Object.fromEntries(
    [...first, ...told.filter(({ field }) => !fields.includes(field))].map(({ field, code, wrong }) => [
      field ?? '',
      wrong ?? code,
    ]),
  );
}

describe('a partner’s form', () => {
  it('is read as the file is, and shown again as it was typed', () => {
    assert.deepEqual(problems({}), {});
    const more = {
      trustKeys: JSON.stringify({ keys: [key] }),
      ticketUrl: 'https://r.example.com/hand-off/tickets',
    };
    const form = { ...southridgeForm, ...more };
    const { written, shown } = writtenFromForm(form);
    const read = readRegistered(written, ground);
    assert.ok('partner' in read);
    assert.equal(read.partner.apiUrl, 'https://api.mypurecloud.de');
    assert.equal(read.partner.clientSecret.reveal(), 'hunter2');
    assert.deepEqual(read.partner.channelTypes, { webmessaging: 'open' });
    assert.deepEqual(read.partner.queues, ['Repairs', 'Claims']);
    assert.deepEqual(read.partner.trustKeys, [key]);
    const kept = writtenPartner(written);
    assert.ok(kept);
    assert.deepEqual(formOf(kept), form);
    assert.deepEqual(shown, form);
    assert.ok(!JSON.stringify(written).includes('hunter2'));
  });

  it('maps what is accepted to what its contract carries', () => {
    const { written } = writtenFromForm({
      ...southridgeForm,
      contract: 'field',
      channelTypes: 'webmessaging, sms',
    });
    assert.deepEqual(written.channelTypes, { webmessaging: 'webchat', sms: 'webchat' });
  });

  it('tells everything that is wrong at once', () => {
    const typed = {
      ...emptyPartnerForm,
      id: 'Süd',
      channelTypes: 'a b',
      trustKeys: 'junk',
      limitMinutes: 'long',
      teamsConversation: 'General',
      webhookToken: 'PARTNER_NOWHERE',
      ticketUrl: 'http://r.example.com',
    };
    assert.deepEqual(problems(typed), {
      channelTypes: 'is no list of channel types',
      trustKeys: 'is no JSON',
      id: 'is not small letters, digits and hyphens',
      organisationId: 'is not a GUID',
      name: 'is empty',
      clientId: 'is empty',
      clientSecret: 'is missing',
      queues: 'is empty',
      ticketUrl: 'is not https',
      limitMinutes: 'is not what is expected',
      region: 'is not a region of Genesys Cloud',
      webhookToken: 'names the variable PARTNER_NOWHERE, which is not set',
      integrationId: 'is missing for the contract bridge',
      teamsConversation: 'is no channel of Teams',
    });
  });

  it('takes the names of variables for partners alone, and shows nothing else again', () => {
    for (const clientSecret of [
      'hunter2',
      'PATH',
      'GENESYS_CLIENT_SECRET',
      'partner_x',
      'PARTNERS_FILE',
      'PARTNER_a',
    ]) {
      assert.deepEqual(
        problems({ clientSecret }),
        { clientSecret: 'handoff.partner-secret-typed' },
        clientSecret,
      );
      const { shown, written } = writtenFromForm({ ...southridgeForm, clientSecret });
      assert.equal(shown.clientSecret, '');
      assert.ok(!JSON.stringify(written).includes(clientSecret));
    }
    assert.deepEqual(problems({ clientSecret: 'env:PARTNER_SOUTH_SECRET' }), {});
  });

  it('takes no private key, wherever it stands, and shows it no more', () => {
    const all = [{ keys: [{ ...key, d: 'x' }] }, { keys: [], d: 'x' }, { kty: 'oct', k: 'x' }];
    const disguised = [
      JSON.stringify('-----BEGIN PRIVATE KEY-----\nx'),
      JSON.stringify({ keys: [JSON.stringify({ ...key, d: 'x' })] }),
      '{"keys":[],"__proto__":{"d":"x"}}',
    ];
    for (const trustKeys of [...all.map((each) => JSON.stringify(each)), ...disguised]) {
      assert.deepEqual(problems({ trustKeys }), { trustKeys: 'handoff.partner-key-private' });
      assert.equal(writtenFromForm({ ...southridgeForm, trustKeys }).shown.trustKeys, '');
    }
  });

  it('posts tickets to no address inside, but on the sandbox', () => {
    const inside = [
      'https://127.0.0.1/t',
      'https://localhost/t',
      'https://10.0.0.7/t',
      'https://[::1]/t',
      'https://intranet/t',
      'https://localhost./t',
      'https://any.localhost./t',
      'https://intranet./t',
      'https://0x7f.1/t',
      'https://127.0.0.1./t',
    ];
    for (const ticketUrl of inside) {
      assert.deepEqual(
        problems({ ticketUrl }),
        { ticketUrl: 'is not an address by a public name' },
        ticketUrl,
      );
      assert.deepEqual(problems({ ticketUrl }, { ...ground, sandbox: true }), {});
    }
    assert.deepEqual(problems({ ticketUrl: 'https://me:hunter2@r.example.com/t' }), {
      ticketUrl: 'has a password in it',
    });
    assert.deepEqual(problems({ ticketUrl: 'https://token@r.example.com/t' }), {
      ticketUrl: 'is with a user name in it',
    });
  });

  it('takes names of one line, and an integration that is no way to elsewhere', () => {
    for (const spoilt of ['South\0ridge', 'South\nAda: yes', 'South\u2028Ada: yes'])
      assert.deepEqual(problems({ name: spoilt }), { name: 'is not one line of plain text' }, spoilt);
    assert.deepEqual(problems({ queues: 'Repairs\0' }), { queues: '0 is not one line of plain text' });
    assert.deepEqual(problems({ integrationId: '..' }), {
      integrationId: 'is not letters, digits and hyphens',
    });
  });

  it('takes a channel by its link', () => {
    const teamsConversation =
      'https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/Southridge?groupId=1&tenantId=2';
    const { written } = writtenFromForm({ ...southridgeForm, teamsConversation });
    assert.equal(written.teamsConversation, '19:abc@thread.tacv2');
    assert.deepEqual(problems({ teamsConversation }), {});
  });

  it('takes no more than fits on a card', () => {
    assert.deepEqual(problems({ name: 'x'.repeat(101) }), { name: 'has more than 100 characters' });
  });
});
