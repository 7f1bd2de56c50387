import assert from 'node:assert/strict';
import { createFaults } from '../../../src/sandbox/faults.ts';

describe('armed faults', () => {
  const armed = () => createFaults(() => 'id');

  it('fit by method and path, oldest first, as often as counted', () => {
    const faults = armed();
    faults.add({ method: 'post', path: '/messages$', status: 500, count: 2 });
    faults.add({ path: '/messages', status: 503 });
    assert.equal(faults.take('POST', '/api/messages')?.status, 500);
    assert.equal(faults.take('GET', '/api/messages')?.status, 503);
    assert.equal(faults.take('GET', '/api/messages'), undefined);
    assert.equal(faults.take('POST', '/api/messages')?.status, 500);
    assert.equal(faults.take('POST', '/api/messages'), undefined);
  });

  it('are gone when cleared', () => {
    const faults = armed();
    faults.add({ path: '.', status: 500, count: 9 });
    faults.clear();
    assert.equal(faults.take('GET', '/'), undefined);
  });

  it('need a regular expression', () => {
    assert.throws(() => armed().add({ path: '(' }), SyntaxError);
  });
});
