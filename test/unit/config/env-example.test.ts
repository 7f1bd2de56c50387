import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { envExample } from '../../../src/config/env-example.ts';
import { readConfig } from '../../../src/config/read-config.ts';

describe('.env.example', () => {
  it('is what the schema says (npm run env-example writes it)', async () => {
    const stored = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');
    assert.equal(stored, envExample());
  });

  it('is a configuration that is accepted when every line is uncommented', () => {
    const lines = envExample().match(/^# [A-Z_]+=.*$/gm) ?? [];
    const env = Object.fromEntries(lines.map((line) => line.slice(2).split(/=(.*)/s).slice(0, 2)));
    assert.equal(readConfig(env).outreach.timeZone, 'Europe/Berlin');
  });
});
