import assert from 'node:assert/strict';
import { isOptOut } from '../../../src/policy/is-opt-out.ts';

describe('isOptOut', () => {
  for (const text of [
    'stop',
    ' STOP! ',
    'Stop…',
    '"stop"',
    '¡Parar!',
    'ＳＴＯＰ',
    '停止。',
    'Stop 🛑',
    'Arre\u0302ter',
    'opt-out',
  ])
    it(`takes ${text} for a stop`, () => assert.equal(isOptOut(text), true));

  for (const text of ['', '…', 'Please do not stop', 'bus stop?', 'where is my order'])
    it(`takes "${text}" for none`, () => assert.equal(isOptOut(text), false));
});
