import { appendFileSync } from 'node:fs';
import { fillDisk } from './fill-disk.ts';
import { orderVariable, preloadOrder } from './preload-order.ts';
import { standIn } from './stand-in.ts';
import { watchRequests } from './watch-requests.ts';
import { watchStore } from './watch-store.ts';

/** Given to the program by `--import`: the product itself has no switch for any of this. */
const { instead, killAt, stepsTo, fullWhile } = preloadOrder.parse(
  JSON.parse(process.env[orderVariable] ?? '{}'),
);

if (instead !== undefined) standIn(instead);
if (fullWhile !== undefined) fillDisk(fullWhile);

if (killAt !== undefined || stepsTo !== undefined) {
  let signalled = false;
  process.on('SIGUSR2', () => {
    signalled = true;
  });
  let left = killAt?.nth ?? 0;
  const step = (name: string): void => {
    if (stepsTo !== undefined) appendFileSync(stepsTo, `${signalled ? '*' : ''}${name}\n`);
    if (killAt === undefined || name !== killAt.step) return;
    if (killAt.from === 'signal' && !signalled) return;
    left -= 1;
    // Not a line more is run: the signal is taken before this call returns.
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  watchStore(step);
  watchRequests(step);
}
