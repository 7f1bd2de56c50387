import assert from 'node:assert/strict';
import { ConfigError } from '../../../src/config/config-error.ts';
import { readConfig } from '../../../src/config/read-config.ts';

const PUBLIC_URL = 'https://reachback.example.com/';
const GENESYS_SIGN_IN_CLIENT_ID = 'client';

function problems(env: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ variable }) => variable);
  }
}

describe('the configuration of agents’ own sign-in', () => {
  it('is none, or a client with the address browsers come back to', () => {
    assert.equal(readConfig({}).signIn, null);
    assert.equal(readConfig({ PUBLIC_URL }).signIn, null);
    const { signIn } = readConfig({ PUBLIC_URL, GENESYS_SIGN_IN_CLIENT_ID });
    assert.deepEqual(signIn, {
      clientId: 'client',
      clientSecret: null,
      publicUrl: 'https://reachback.example.com',
    });
    const GENESYS_SIGN_IN_CLIENT_SECRET = 'hunter2';
    const withSecret = readConfig({ PUBLIC_URL, GENESYS_SIGN_IN_CLIENT_ID, GENESYS_SIGN_IN_CLIENT_SECRET });
    assert.equal(withSecret.signIn?.clientSecret?.reveal(), 'hunter2');
  });

  it('says what is missing or would send codes in the open', () => {
    assert.deepEqual(problems({ GENESYS_SIGN_IN_CLIENT_ID }), ['PUBLIC_URL']);
    assert.deepEqual(problems({ PUBLIC_URL, GENESYS_SIGN_IN_CLIENT_SECRET: 'x' }), [
      'GENESYS_SIGN_IN_CLIENT_ID',
    ]);
    assert.deepEqual(problems({ PUBLIC_URL: 'http://reachback.example.com' }), ['PUBLIC_URL']);
    assert.deepEqual(problems({ PUBLIC_URL: 'http://127.0.0.1:3978' }), []);
  });
});
