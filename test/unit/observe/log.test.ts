import assert from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { createLog } from '../../../src/observe/log.ts';

describe('createLog', () => {
  for (const pretty of [false, true]) {
    it(`hides secrets and customers' words wherever they turn up, ${pretty ? 'for people' : 'for machines'}`, () => {
      const lines: string[] = [];
      const log = createLog({ level: 'info', pretty, write: (line) => lines.push(line) });
      log.info(
        {
          reason: 'kept-1',
          authorization: 'hunter1',
          request: { headers: { authorization: 'hunter2' }, text: 'hunter3' },
          message: { body: { content: 'hunter4' } },
          clientSecret: 'hunter5',
        },
        'something happened',
      );
      assert.match(lines.join(''), /kept-1/);
      assert.match(lines.join(''), /something happened/);
      assert.doesNotMatch(lines.join(''), /hunter/);
    });
  }

  it('gives every line about a coded error its code, facts, likeliest cause and next step', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) });
    log.warn({ err: new ReachbackError('store.full', { facts: { table: 'outreach' } }) }, 'not written');
    log.warn({ code: 'store.full', likely: 'the writer’s own words' }, 'not written');
    log.info({ code: 'nobody’s' }, 'something else');
    const [thrown, named, other] = lines.map((text) => JSON.parse(text));
    assert.deepEqual([thrown.code, thrown.facts], ['store.full', { table: 'outreach' }]);
    assert.match(thrown.likely, /filled the disk/);
    assert.match(thrown.next, /Free space/);
    assert.deepEqual([named.likely, named.next], ['the writer’s own words', thrown.next]);
    assert.equal(other.next, undefined);
  });

  it('has the platform’s id of an exchange in the same place, however the line came by it', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) });
    const facts = { status: 503, correlationId: 'exchange-1' };
    log.warn({ err: new ReachbackError('genesys.server-error', { facts }) }, 'thrown');
    log.warn({ code: 'genesys.server-error', facts }, 'named');
    log.warn({ facts }, 'neither');
    log.info({ correlationId: 'exchange-1' }, 'sent');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).correlationId),
      Array(4).fill('exchange-1'),
    );
  });

  it('keeps the stack of an error nobody foresaw, and spares people that of a coded one', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) });
    log.error({ err: new TypeError('unforeseen') }, 'broken');
    log.warn({ err: new ReachbackError('store.full', { cause: new Error('engine said so') }) }, 'refused');
    assert.match(lines[0] ?? '', /log\.test\.ts/);
    assert.doesNotMatch(lines[1] ?? '', /log\.test\.ts/);
    assert.match(lines[1] ?? '', /engine said so/);
  });
});
