import assert from 'node:assert/strict';
import { createFaults } from '../../../../src/sandbox/faults/armed-faults.ts';
import { faultRequest } from '../../../../src/sandbox/faults/fault.ts';
import { fitsRequest } from '../../../../src/sandbox/faults/fits-request.ts';

describe('armed faults', () => {
  const armed = () => {
    let made = 0;
    const faults = createFaults(() => {
      made += 1;
      return `fault-${made}`;
    });
    const arm = (asked: unknown) => faults.arm(faultRequest.parse(asked));
    const take = (method: string, path: string) =>
      faults.take('endpoint', (fault) => fitsRequest(fault, { method, path, orgId: () => 'org-1' }));
    return { ...faults, arm, take };
  };

  it('fit by method and path, oldest first, as often as counted', () => {
    const { arm, take } = armed();
    arm({ method: 'post', path: '/messages$', status: 500, count: 2 });
    arm({ path: '/messages', status: 503 });
    assert.equal(take('POST', '/api/messages')?.status, 500);
    assert.equal(take('GET', '/api/messages')?.status, 503);
    assert.equal(take('GET', '/api/messages'), undefined);
    assert.equal(take('POST', '/api/messages')?.status, 500);
    assert.equal(take('POST', '/api/messages'), undefined);
  });

  it('fit by organisation', () => {
    const { arm, take } = armed();
    arm({ path: '.', orgId: 'org-2', status: 500 });
    assert.equal(take('GET', '/'), undefined);
    arm({ path: '.', orgId: 'org-1', status: 502 });
    assert.equal(take('GET', '/')?.status, 502);
  });

  it('play on a share, the same ones for the same seed, until called off', () => {
    const run = (seed: string): string => {
      const { arm, take } = armed();
      arm({ path: '.', status: 500, share: 0.3, seed });
      return Array.from({ length: 200 }, () => (take('GET', '/') === undefined ? '.' : 'x')).join('');
    };
    assert.equal(run('one'), run('one'));
    assert.notEqual(run('one'), run('two'));
    const hits = run('one').replaceAll('.', '').length;
    assert.ok(hits > 35 && hits < 85, `${hits} of 200 at a share of 0.3`);
  });

  it('tell what is left of them, and go one by one or all at once', () => {
    const { arm, take, list, disarm, clear } = armed();
    const { id } = arm({ path: '.', status: 500, count: 3 });
    arm({ on: 'topic', topic: 'presence$', what: 'lose', share: 0.5 });
    take('GET', '/');
    assert.deepEqual(
      list().map(({ fault, left, played }) => [fault.on, left, played]),
      [
        ['endpoint', 2, 1],
        ['topic', null, 0],
      ],
    );
    assert.equal(disarm(id), true);
    assert.equal(disarm(id), false);
    assert.equal(take('GET', '/'), undefined);
    clear();
    assert.deepEqual(list(), []);
  });

  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [{ path: '(', status: 500 }, /not a regular expression/],
    [{ path: '.' }, /a fault needs/],
    [{ path: '.', status: 200 }, /400/],
    [{ path: '.', latencyMs: 1, code: 'x' }, /go with a status/],
    [{ path: '.', reset: true, status: 500 }, /a reset goes without/],
    [{ path: '.', status: 500, count: 0 }, /count|>=1/],
    [{ path: '.', status: 500, share: 1.5 }, /<=1/],
    [{ path: '.', status: 500, seed: 'x' }, /a seed goes with a share/],
    [{ path: '.', status: 500, unknown: 1 }, /Unrecognized key/],
    [{ path: '.', status: 429, retryAfter: 'a\nb' }, /not a header value/],
    [{ on: 'weather' }, /Invalid (input|discriminator)/],
    [{ on: 'channel', what: 'explode' }, /Invalid (input|discriminator)/],
    [{ on: 'channel', what: 'close', closeCode: 2000 }, /Invalid input/],
    [{ on: 'topic', what: 'lose' }, /topic/],
    [{ on: 'teams', code: 'Nonsense' }, /Invalid option/],
    [{ on: 'teams', call: 'send' }, /a fault needs/],
    [{ on: 'token', what: 'revoke', count: 2 }, /Unrecognized key/],
    ['no object', /Invalid input/],
    [null, /Invalid input/],
  ];
  for (const [asked, sentence] of wrong) {
    it(`are refused as a whole: ${JSON.stringify(asked)}`, () => {
      const read = faultRequest.safeParse(asked);
      assert.equal(read.success, false);
      assert.match(JSON.stringify(read.error?.issues), sentence);
    });
  }
});
