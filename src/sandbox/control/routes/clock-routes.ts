import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';

const move = z.union([
  z.strictObject({
    advanceSeconds: z
      .number()
      .nonnegative()
      .max(10 * 366 * 86_400),
  }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

/** What follows a move must be writable with a year of four digits. */
const latest = Date.UTC(9000, 0);

/** The sandbox's own clock: what it shows, and moving it ahead. Time never runs back. */
export function clockRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const view = () => ({ now: isoTime(sandbox.now()), aheadSeconds: sandbox.aheadMs() / 1000 });

  app.get('/clock', view);

  app.post('/clock', (request) => {
    const asked = checked(move, request.body);
    const ms = 'to' in asked ? Date.parse(asked.to) - sandbox.now() : asked.advanceSeconds * 1000;
    if (ms < 0) throw new ControlError(400, 'The clock can only be moved ahead.');
    if (sandbox.now() + ms > latest)
      throw new ControlError(400, 'The clock goes no further than the year 9000.');
    sandbox.advance(ms);
    return view();
  });
}
