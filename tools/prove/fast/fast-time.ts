import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';
import { fastClock } from './fast-clock.ts';

/**
 * Preloaded (`--import`) into a program of which nothing else is changed: its clock and its timers run `PROVE_TIMES` times as
 * fast, on one time for all processes with the same `PROVE_TIME_FROM`. What networks and processors take is then as many
 * times longer to the program, so nothing that holds here holds thanks to the haste. Time-outs inside Node's own HTTP and
 * TCP (keep-alive, handshakes) stay as they are.
 */
const clock = fastClock({
  times: Number(process.env.PROVE_TIMES),
  from: Number(process.env.PROVE_TIME_FROM),
});

const builtIn = createRequire(import.meta.url);
const timers: typeof import('node:timers') = builtIn('node:timers');
const promises: typeof import('node:timers/promises') = builtIn('node:timers/promises');
const TrueDate = Date;
const trueTimeout = setTimeout;
const trueInterval = setInterval;
const trueWait = promises.setTimeout;
const trueWaits = promises.setInterval;
const trueSignal = AbortSignal.timeout.bind(AbortSignal);

function put(onto: object, name: string, value: unknown): void {
  Object.defineProperty(onto, name, { value, configurable: true, writable: true });
}

const fastTimeout = Object.assign(
  (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
    trueTimeout(run, clock.real(ms ?? 0), ...args),
  { [promisify.custom]: (ms: number, value: unknown) => trueWait(clock.real(ms), value) },
);
const fastInterval = (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
  trueInterval(run, clock.real(ms ?? 0), ...args);
for (const onto of [globalThis, timers]) {
  put(onto, 'setTimeout', fastTimeout);
  put(onto, 'setInterval', fastInterval);
}
put(promises, 'setTimeout', <T>(ms?: number, value?: T, options?: Parameters<typeof trueWait>[2]) =>
  trueWait(clock.real(ms ?? 0), value, options),
);
put(promises, 'setInterval', <T>(ms?: number, value?: T, options?: Parameters<typeof trueWaits>[2]) =>
  trueWaits(clock.real(ms ?? 0), value, options),
);
put(AbortSignal, 'timeout', (ms: number) => trueSignal(Math.ceil(clock.real(ms))));
put(performance, 'now', clock.now);
put(TrueDate, 'now', () => Math.floor(clock.now()));
put(
  globalThis,
  'Date',
  new Proxy(TrueDate, {
    construct: (target, args, asked) =>
      Reflect.construct(target, args.length === 0 ? [Math.floor(clock.now())] : args, asked),
    apply: () => new TrueDate(Math.floor(clock.now())).toString(),
  }),
);
syncBuiltinESMExports();

// Node dates its answers by a clock of its own; who reads the time of the other side in them must find the fast one.
subscribe('http.server.request.start', (message) => {
  if (typeof message !== 'object' || message === null || !('response' in message)) return;
  const { response } = message;
  if (response instanceof ServerResponse) response.setHeader('date', new Date().toUTCString());
});
