import { deepEqual, equal } from 'node:assert/strict';
import { type PolicyItem, policyItems } from '../../../src/config/policy-item.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import { readPolicyItem } from '../../../src/config/read-policy-item.ts';
import { writtenPolicy } from '../../../src/config/written-policy.ts';
import { configuredPolicy } from '../../support/policy-of.ts';

describe('items of the policy', () => {
  it('are read back as they are written, the configured ones too', () => {
    const { outreach } = readConfig({ QUIET_HOURS: '21:30-08:05', TIME_ZONE: 'Asia/Tokyo' });
    for (const policy of [configuredPolicy, outreach]) {
      const written = writtenPolicy(policy);
      const read = policyItems.map((item) => readPolicyItem(item, written[item]));
      deepEqual({ ...policy, ...Object.assign({}, ...read) }, policy);
    }
    equal(writtenPolicy(outreach).quietHours, '21:30-08:05');
    equal(writtenPolicy(configuredPolicy).quietHours, 'off');
  });

  const refused: Readonly<Record<PolicyItem, readonly string[]>> = {
    mode: ['', 'off', 'Automatic'],
    quietHours: ['', 'none', '8:00-21:00', '21:00-24:00', '21:00', '00:00-00:00', '22:00-22:00'],
    timeZone: ['', 'Berlin', 'CEST!', 'Europe/Atlantis', 'BST', 'PST'],
    contactAgainAfterHours: ['', '0', '-1', '1.5', '8761', '1e3', 'NaN'],
    approvalMinutes: ['', '0', '1441', 'ten'],
    cobrowseControl: ['', 'yes', 'view', 'On'],
    text: [
      '',
      ' ',
      "'{customer}'",
      'Hello\u0007',
      'half \ud83d',
      '{customer',
      '{name}',
      'x'.repeat(2_001),
      '{'.repeat(1_000),
    ],
  };
  for (const item of policyItems) {
    it(`${item} is nothing where the environment would refuse it`, () => {
      for (const written of refused[item]) equal(readPolicyItem(item, written), null, written);
    });
  }
});
