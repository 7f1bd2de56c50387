import { deepEqual, equal, rejects } from 'node:assert/strict';
import { ReachbackError } from '../../../src/errors/reachback-error.ts';
import { createBudgetMeter } from '../../../src/genesys/budget-meter.ts';
import { createExit } from '../../../src/genesys/exit.ts';
import { manualClock } from '../../support/manual-clock.ts';

const request = { method: 'POST', path: '/api/v2/send' };
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('createExit', () => {
  function ground() {
    const clock = manualClock();
    const budget = createBudgetMeter({ clock });
    const exit = createExit({ budget, clock });
    const happened: string[] = [];
    /** By name, what lets its last byte go and what answers it. */
    const under = new Map<string, { left: () => void; answer: () => void }>();
    const leave = (name: string, about = async () => {}) =>
      exit.leave(
        request,
        {
          async about() {
            happened.push(`about ${name}`);
            await about();
          },
          leaving: () => {},
          back: async () => {},
        },
        clock.now(),
        (left) =>
          new Promise<string>((resolve) => {
            happened.push(`go ${name}`);
            under.set(name, { left, answer: () => resolve(name) });
          }),
      );
    return { clock, budget, leave, happened, under };
  }

  it('lets the next one write itself down when the last byte of the one before is on its way, not later', async () => {
    const { leave, happened, under } = ground();
    const [one, two] = [leave('one'), leave('two')];
    await turns();
    deepEqual(happened, ['about one', 'go one']);
    under.get('one')?.left();
    await turns();
    deepEqual(happened, ['about one', 'go one', 'about two', 'go two']);
    under.get('two')?.answer();
    under.get('one')?.answer();
    deepEqual(await Promise.all([one, two]), ['one', 'two']);
  });

  it('lets the next one out after one that never got out', async () => {
    const { leave, happened, under } = ground();
    const refused = rejects(
      leave('one', async () => {
        throw new ReachbackError('store.full');
      }),
      { code: 'store.full' },
    );
    const two = leave('two');
    await refused;
    await turns();
    deepEqual(happened, ['about one', 'about two', 'go two']);
    under.get('two')?.answer();
    equal(await two, 'two');
  });

  it('lets nothing out after a 429, and writes none down that came after it', async () => {
    const { budget, leave, happened } = ground();
    const first = rejects(
      leave('one', async () => budget.stopFor(1_000)),
      { code: 'genesys.budget-spent', retry: 'safe' },
    );
    await rejects(leave('two'), { code: 'genesys.budget-spent' });
    await first;
    deepEqual(happened, ['about one']);
    budget.close();
  });

  it('sends those back who waited too long behind one that does not get out', async () => {
    const { clock, leave, happened, under } = ground();
    const one = leave('one');
    const two = rejects(leave('two'), { code: 'genesys.unreachable', retry: 'safe' });
    await clock.advance(5_001);
    under.get('one')?.answer();
    await Promise.all([one, two]);
    deepEqual(happened, ['about one', 'go one']);
  });
});
