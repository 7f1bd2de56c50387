import assert from 'node:assert/strict';
import { createRequestLog } from '../../../../src/sandbox/log/request-log.ts';

describe('the request log', () => {
  it('keeps the last twenty of the long answers, and every short one', () => {
    const log = createRequestLog(100, () => {});
    for (let index = 0; index < 25; index += 1) {
      for (const length of [200_000, 10]) {
        log.add(
          {
            at: 0,
            to: 'genesys',
            ms: 1,
            method: 'GET',
            path: '/',
            status: 200,
            correlationId: '',
            requestBody: undefined,
            responseBody: { length },
          },
          length,
        );
      }
    }
    const answers = log.after(0).map(({ responseBody }) => responseBody);
    assert.deepEqual(answers.slice(0, 2), ['200000 characters, no longer kept', { length: 10 }]);
    assert.equal(answers.filter((answer) => typeof answer === 'string').length, 5);
    assert.deepEqual(answers.at(-2), { length: 200_000 });
  });
});
