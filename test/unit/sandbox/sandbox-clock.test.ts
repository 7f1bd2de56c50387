import assert from 'node:assert/strict';
import { createSandboxClock, type SandboxClock } from '../../../src/sandbox/sandbox-clock.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';

const day = 86_400_000;

describe('the sandbox’s clock', () => {
  let clock: SandboxClock;
  let failures: unknown[];
  const failed = (error: unknown): void => void failures.push(error);
  beforeEach(() => {
    failures = [];
    clock = createSandboxClock(Date.now, { failed });
  });
  afterEach(() => clock.clear());

  it('runs with the computer’s, and what is due happens by itself', async () => {
    const ran: string[] = [];
    clock.later(20, () => ran.push('second'));
    clock.later(10, () => ran.push('first'));
    await waitFor(() => ran.length === 2, { what: 'both' });
    assert.deepEqual(ran, ['first', 'second']);
  });

  it('moved 30 days ahead, plays what falls due on the way at its own time and in order, once', () => {
    const start = clock.now();
    const ran: [string, number][] = [];
    const note = (what: string) => () => ran.push([what, Math.round((clock.now() - start) / day)]);
    const daily = (left: number) => () => {
      note(`day ${left}`)();
      if (left > 0) clock.later(day, daily(left - 1));
    };
    clock.later(40 * day, note('too late'));
    clock.later(day, daily(2));
    clock.later(2 * day, note('between'));
    clock.advance(30 * day);
    assert.deepEqual(ran, [
      ['day 2', 1],
      ['between', 2],
      ['day 1', 2],
      ['day 0', 3],
    ]);
    assert.ok(Math.abs(clock.now() - start - 30 * day) < 1_000);
    clock.advance(11 * day);
    assert.deepEqual(ran.at(-1), ['too late', 40]);
  });

  it('stays ahead, and starts ahead when told so', () => {
    clock.advance(5_000);
    assert.equal(clock.aheadMs(), 5_000);
    const restarted = createSandboxClock(Date.now, { aheadMs: clock.aheadMs(), failed });
    assert.ok(Math.abs(restarted.now() - clock.now()) < 1_000);
  });

  it('forgets what was to come when it is cleared', () => {
    let ran = false;
    clock.later(1_000, () => {
      ran = true;
    });
    clock.clear();
    clock.advance(2_000);
    assert.equal(ran, false);
  });

  it('goes on after a run that throws, moved or by itself', async () => {
    const ran: string[] = [];
    const thrown = new Error('no such time');
    const fail = (): void => {
      throw thrown;
    };
    clock.later(1000, fail);
    clock.later(2000, () => ran.push('moved'));
    clock.advance(3000);
    clock.later(1, fail);
    clock.later(2, () => ran.push('by itself'));
    await waitFor(() => ran.length === 2, { what: 'what was due after it' });
    assert.deepEqual(failures, [thrown, thrown]);
  });

  it('runs nothing that is asked for after it was closed', () => {
    const ran: string[] = [];
    clock.close();
    clock.later(0, () => ran.push('late'));
    clock.advance(day);
    assert.deepEqual(ran, []);
  });
});
