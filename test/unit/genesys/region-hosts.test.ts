import { deepEqual, equal } from 'node:assert/strict';
import { hostsOfOneRegion, regionHosts, regionOf } from '../../../src/genesys/region-hosts.ts';

describe('regionHosts', () => {
  const frankfurt = { apiUrl: 'https://api.mypurecloud.de', loginUrl: 'https://login.mypurecloud.de' };

  for (const written of [
    'eu_central_1',
    'eu-central-1',
    'EU-Central-1',
    ' mypurecloud.de ',
    'MyPureCloud.de',
  ])
    it(`knows ${JSON.stringify(written)}`, () => deepEqual(regionHosts(written), frankfurt));

  for (const wrong of ['', 'eu-central-9', 'example.com', 'api.mypurecloud.de', 'constructor', '__proto__'])
    it(`does not know ${JSON.stringify(wrong)}`, () => equal(regionHosts(wrong), null));
});

describe('regionOf', () => {
  for (const [url, domain] of [
    ['https://api.mypurecloud.de', 'mypurecloud.de'],
    ['https://LOGIN.mypurecloud.com.au/', 'mypurecloud.com.au'],
    ['wss://streaming.use2.us-gov-pure.cloud/channels/streaming-0-x', 'use2.us-gov-pure.cloud'],
    ['https://api.mypurecloud.com', 'mypurecloud.com'],
    ['https://mypurecloud.com', null],
    ['https://api.mypurecloud.com.evil.example', null],
    ['http://127.0.0.1:3979', null],
    ['https://genesys-proxy.example', null],
    ['not a url', null],
  ] as const)
    it(`reads ${url} as ${domain}`, () => equal(regionOf(url), domain));

  it('takes hosts of one region, and any beside them that are of none, for one', () => {
    equal(
      hostsOfOneRegion(['https://api.mypurecloud.de', 'wss://streaming.mypurecloud.de/channels/x']),
      true,
    );
    equal(hostsOfOneRegion(['https://api.mypurecloud.de', 'http://127.0.0.1:1']), true);
    equal(hostsOfOneRegion(['https://api.mypurecloud.de', 'https://login.mypurecloud.ie']), false);
    equal(hostsOfOneRegion([]), true);
  });
});
