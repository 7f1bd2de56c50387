import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isLoopback } from '../../src/config/is-loopback.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { DeadLetters } from '../../src/journeys/conversation-webhook/dead-letters.ts';
import type { Door, DoorAnswer, DoorRequest } from '../door.ts';

const asked = z.object({ which: z.string().min(1).max(100) });

/** For the command line tool, whose store this process has locked: from this machine only, with the key of this very process. */
export function webhookDoors(parts: { key: string; host: string; letters: DeadLetters }): Door[] {
  const { key, host, letters } = parts;

  function known({ address, headers }: DoorRequest): boolean {
    const from = address.replace(/^::ffff:/, '');
    const given = headers.authorization ?? '';
    return (isLoopback(from) || from === host) && timingSafeEqual(digest(given), digest(`Bearer ${key}`));
  }

  const forTool =
    (answer: (request: DoorRequest) => Promise<DoorAnswer>): Door['answer'] =>
    async (request) => {
      try {
        if (!known(request)) throw new ReachbackError('webhook.tool-refused');
        return await answer(request);
      } catch (error) {
        if (!(error instanceof ReachbackError)) throw error;
        const status =
          { 'webhook.tool-refused': 403, 'webhook.no-such-event': 404 }[String(error.code)] ?? 503;
        return { status, body: { error: { code: error.code } } };
      }
    };

  return [
    {
      method: 'GET',
      path: '/tools/webhooks',
      answer: forTool(async ({ query }) => ({
        status: 200,
        body: { counts: await letters.counts(), events: await letters.list(query.has('all')) },
      })),
    },
    {
      method: 'POST',
      path: '/tools/webhooks/redrive',
      answer: forTool(async ({ body }) => {
        const { which } = asked.parse(JSON.parse(body.toString('utf8')));
        return { status: 200, body: { driven: await letters.redrive(which) } };
      }),
    },
  ];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
