import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type UnverifiedRefusal, unverifiedRefusals } from '../../platform/unverified-refusals.ts';
import type { Sandbox } from '../../sandbox.ts';
import { checked } from '../checked.ts';

const names = Object.keys(unverifiedRefusals).filter(isName);
const refusal = z.strictObject({
  status: z.int().min(400).max(499),
  code: z.string().regex(/^[a-z]+(\.[a-z]+)*$/, 'a code is words with dots between'),
});
const body = z.strictObject(Object.fromEntries(names.map((name) => [name, refusal.nullable().optional()])));

/** How the refusals nobody could confirm are answered: as the sandbox reads them, or as told here; null goes back. */
export function refusalRoutes(app: FastifyInstance, { refusals }: Sandbox): void {
  const view = () => ({ refusals: { ...unverifiedRefusals, ...refusals } });

  app.get('/refusals', view);

  app.post('/refusals', (request) => {
    const asked = checked(body, request.body);
    for (const name of names) {
      const told = asked[name];
      if (told === null) delete refusals[name];
      else if (told !== undefined) refusals[name] = told;
    }
    return view();
  });
}

function isName(name: string): name is UnverifiedRefusal {
  return name in unverifiedRefusals;
}
