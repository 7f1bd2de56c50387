import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { ConfigError } from '../../../src/config/config-error.ts';
import { readConfig } from '../../../src/config/read-config.ts';

const WEBHOOK_URL = 'https://tickets.example.com/hooks/reachback/?key=hunter2';
const WEBHOOK_SECRETS = 'the-old-secret-of-24-characters, the-new-secret-of-24-characters';

function problems(env: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ variable, wrong }) => `${variable} ${wrong}`);
  }
}

describe('the configuration of the conversation webhook', () => {
  it('is none, or an address exactly as written with every secret in use, and prints neither', () => {
    assert.equal(readConfig({}).webhook, null);
    const { webhook } = readConfig({ WEBHOOK_URL, WEBHOOK_SECRETS });
    assert.equal(webhook?.url.reveal(), WEBHOOK_URL);
    assert.deepEqual(
      webhook?.secrets.map((secret) => secret.reveal()),
      ['the-old-secret-of-24-characters', 'the-new-secret-of-24-characters'],
    );
    assert.deepEqual(webhook?.kinds, ['started', 'ended']);
    assert.doesNotMatch(inspect(webhook, { depth: 5 }) + JSON.stringify(webhook), /hunter2|secret-of/);
    const WEBHOOK_EVENTS = 'ended';
    assert.deepEqual(readConfig({ WEBHOOK_URL, WEBHOOK_SECRETS, WEBHOOK_EVENTS }).webhook?.kinds, ['ended']);
  });

  it('says what is missing, or would send customers’ ids in the open', () => {
    assert.deepEqual(problems({ WEBHOOK_URL }), ['WEBHOOK_SECRETS is missing']);
    assert.deepEqual(problems({ WEBHOOK_SECRETS }), ['WEBHOOK_URL is missing']);
    assert.deepEqual(problems({ WEBHOOK_URL, WEBHOOK_SECRETS: 'short' }), [
      'WEBHOOK_SECRETS has a secret of fewer than 24 characters',
    ]);
    assert.deepEqual(problems({ WEBHOOK_URL: 'http://tickets.example.com/', WEBHOOK_SECRETS }), [
      'WEBHOOK_URL is not https',
    ]);
    assert.deepEqual(problems({ WEBHOOK_URL: 'http://127.0.0.1:8080/hook', WEBHOOK_SECRETS }), []);
    assert.deepEqual(problems({ WEBHOOK_URL: 'https://me:hunter2@tickets.example.com/', WEBHOOK_SECRETS }), [
      'WEBHOOK_URL has a user name or password in it',
    ]);
    assert.deepEqual(problems({ WEBHOOK_URL: 'ftp://tickets.example.com/', WEBHOOK_SECRETS }).length, 1);
    assert.deepEqual(problems({ WEBHOOK_URL, WEBHOOK_SECRETS, WEBHOOK_EVENTS: 'started,opened' }).length, 1);
  });
});
