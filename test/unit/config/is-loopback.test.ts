import assert from 'node:assert/strict';
import { isLoopback } from '../../../src/config/is-loopback.ts';

describe('a loopback address', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]']) {
    it(`is ${host}`, () => assert.equal(isLoopback(host), true));
  }
  for (const host of ['', '0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', 'localhost.evil.example']) {
    it(`is not ${host === '' ? 'nothing' : host}`, () => assert.equal(isLoopback(host), false));
  }
});
