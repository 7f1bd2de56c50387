import { equal, rejects } from 'node:assert/strict';
import { answerInTime } from '../../../bot/answer-in-time.ts';
import { manualClock } from '../../support/manual-clock.ts';

describe('an answer in time', () => {
  const limits = () => ({ clock: manualClock(), ms: 2_000 });

  it('is what the work gives, and leaves no timer', async () => {
    const { clock, ms } = limits();
    equal(await answerInTime(Promise.resolve('done'), { clock, ms }, () => 'late'), 'done');
    await clock.advance(0);
    equal(clock.pending(), 0);
  });

  it('fails as the work fails', async () => {
    const { clock, ms } = limits();
    await rejects(
      answerInTime(Promise.reject(new Error('no')), { clock, ms }, () => 'late'),
      /no/,
    );
  });

  it('is the other one when time is up, and once only', async () => {
    const { clock, ms } = limits();
    let late = 0;
    const work = Promise.withResolvers<string>();
    const answer = answerInTime(work.promise, { clock, ms }, () => {
      late += 1;
      return 'late';
    });
    await clock.advance(ms);
    equal(await answer, 'late');
    work.reject(new Error('too late to matter'));
    await clock.advance(ms);
    equal(late, 1);
  });
});
