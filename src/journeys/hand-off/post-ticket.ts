import { z } from 'zod';
import { answerText } from '../../answer-text.ts';
import { isErrorCode } from '../../errors/is-error-code.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';

const patienceMs = 8_000;
/** A verdict is one line. */
const mostBytes = 256 * 1024;
const accepted = z.object({ accepted: z.literal(true) });
const refused = z.object({ accepted: z.literal(false), code: z.string() });

/**
 * Brings a ticket to the partner’s own Reachback, `POST {ticketUrl}`. A ticket counts once, so the same one is never posted again. Throws the
 * partner’s `handoff.ticket.*`, `handoff.partner-unreachable` where there is no word, `handoff.partner-answer-malformed` for what is none or
 * has more than 256 KB.
 */
export async function postTicket(ticketUrl: string, ticket: string): Promise<void> {
  const { status, body } = await answerOf(ticketUrl, ticket);
  if (status === 200 && accepted.safeParse(body).success) return;
  const no = refused.safeParse(body);
  if (no.success && isErrorCode(no.data.code) && no.data.code.startsWith('handoff.ticket.'))
    throw new ReachbackError(no.data.code);
  const passing = status >= 500 || status === 429;
  throw new ReachbackError(passing ? 'handoff.partner-unreachable' : 'handoff.partner-answer-malformed', {
    facts: { status },
  });
}

async function answerOf(url: string, ticket: string): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ticket }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answerText(answer, mostBytes);
    return { status: answer.status, body: text === null ? null : parsed(text) };
  } catch (cause) {
    throw new ReachbackError('handoff.partner-unreachable', { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
