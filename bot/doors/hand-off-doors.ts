import { z } from 'zod';
import { catalogue, type ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { HandOffDesk } from '../../src/journeys/hand-off/hand-off-desk.ts';
import type { Door } from '../door.ts';

const brought = z.object({ ticket: z.string().min(1) });

/**
 * The ways in that partner organisations use: `POST /hand-off/tickets` `{"ticket"}` for their tickets, `GET /hand-off/keys` for our public keys,
 * and `POST /hooks/open-messaging/{partnerId}` for what their agents write.
 */
export function handOffDoors(
  desk: Pick<HandOffDesk, 'takeTicket' | 'publicKeys' | 'takeWebhook'>,
): readonly Door[] {
  return [
    {
      method: 'POST',
      path: '/hand-off/tickets',
      async answer({ body }) {
        try {
          const read = brought.safeParse(jsonOf(body));
          const taken = await desk.takeTicket(read.success ? read.data.ticket : '');
          if (taken === null) return { status: 404, body: refusalOf('handoff.not-set-up') };
          const { id } = taken;
          return { status: 200, body: { accepted: true, ticketId: id } };
        } catch (cause) {
          if (!(cause instanceof ReachbackError)) throw cause;
          const { code } = cause;
          // What is ours to mend is told as such, so that the partner asks again with a new ticket.
          const status = code.startsWith('handoff.ticket.') ? 403 : 503;
          return { status, body: refusalOf(code) };
        }
      },
    },
    {
      method: 'GET',
      path: '/hand-off/keys',
      answer: async () => ({
        status: 200,
        headers: { 'cache-control': 'max-age=300' },
        body: desk.publicKeys,
      }),
    },
    {
      method: 'POST',
      path: '/hooks/open-messaging/:partnerId',
      answer: ({ params, headers, body }) =>
        desk.takeWebhook(params.partnerId ?? '', body, headers['x-hub-signature-256']),
    },
  ];
}

function refusalOf(code: ErrorCode) {
  const { meaning, next } = catalogue[code];
  return { accepted: false, code, message: meaning, next };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
