import { deepEqual, equal } from 'node:assert/strict';
import { regionHosts } from '../../../src/genesys/region-hosts.ts';

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
