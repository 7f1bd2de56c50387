import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import { checked } from './checked.ts';

const fault = z
  .strictObject({
    method: z.string().min(1).optional(),
    path: z.string().refine(isPattern, 'not a regular expression'),
    status: z.number().int().min(400).max(599).optional(),
    count: z.number().int().min(1).default(1),
    when: z.enum(['before', 'after']).default('before'),
    latencyMs: z.number().int().nonnegative().optional(),
    reset: z.boolean().optional(),
  })
  .refine(
    ({ status, latencyMs, reset }) => status !== undefined || latencyMs !== undefined || reset === true,
    'a fault needs a status, a latencyMs or reset: true',
  );

/** Faults to play on the platform's and the connector's paths. */
export function faultRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/faults', (request) => ({ id: sandbox.faults.add(checked(fault, request.body)) }));

  app.delete('/faults', () => {
    sandbox.faults.clear();
    return {};
  });
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
