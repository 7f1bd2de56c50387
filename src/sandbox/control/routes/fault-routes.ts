import type { FastifyInstance } from 'fastify';
import { faultRequest } from '../../faults/fault.ts';
import type { Sandbox } from '../../sandbox.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';

/** Faults to play: on requests, events, sockets, tokens and on what Teams delivers. */
export function faultRoutes(app: FastifyInstance, { faults }: Sandbox): void {
  app.post('/faults', (request) => faults.arm(checked(faultRequest, request.body)));

  app.get('/faults', () => ({ faults: faults.list() }));

  app.delete('/faults', () => {
    faults.clear();
    return {};
  });

  app.delete<{ Params: { id: string } }>('/faults/:id', (request) => {
    const { id } = request.params;
    if (!faults.disarm(id)) throw new ControlError(404, `There is no armed fault ${id}.`);
    return {};
  });
}
