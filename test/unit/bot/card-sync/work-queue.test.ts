import assert from 'node:assert/strict';
import { createWorkQueue, type WorkQueue } from '../../../../bot/card-sync/work-queue.ts';

describe('the work queue', () => {
  let queue: WorkQueue;
  /** The runs under way, in the order they began. */
  let running: { key: string; end: () => void }[];
  let begun: string[];

  beforeEach(() => {
    running = [];
    begun = [];
    queue = createWorkQueue((key) => {
      begun.push(key);
      const { promise, resolve } = Promise.withResolvers<void>();
      const run = { key, end: resolve };
      running.push(run);
      return promise.then(() => {
        running = running.filter((other) => other !== run);
      });
    }, 2);
  });

  async function end(key: string): Promise<void> {
    running.find((run) => run.key === key)?.end();
    await new Promise((resolve) => setImmediate(resolve));
  }

  it('runs a few keys at once, the others in turn', async () => {
    for (const key of ['a', 'b', 'c', 'd']) queue.add(key);
    assert.deepEqual(begun, ['a', 'b']);
    await end('b');
    assert.deepEqual(begun, ['a', 'b', 'c']);
    await end('a');
    await end('c');
    assert.deepEqual(begun, ['a', 'b', 'c', 'd']);
  });

  it('runs a key asked for while it runs once more afterwards, however often it was asked', async () => {
    queue.add('a');
    queue.add('a');
    queue.add('a');
    assert.deepEqual(begun, ['a']);
    await end('a');
    assert.deepEqual(begun, ['a', 'a']);
    await end('a');
    assert.deepEqual(begun, ['a', 'a']);
  });

  it('lets no key that waits for itself keep others waiting', async () => {
    for (const key of ['a', 'a', 'b']) queue.add(key);
    assert.deepEqual(begun, ['a', 'b']);
  });

  it('stops when what is running has ended, and begins nothing more', async () => {
    for (const key of ['a', 'b', 'c']) queue.add(key);
    let stopped = false;
    const stopping = queue.stop().then(() => {
      stopped = true;
    });
    await end('a');
    assert.equal(stopped, false);
    await end('b');
    await stopping;
    queue.add('d');
    assert.deepEqual(begun, ['a', 'b']);
  });
});
