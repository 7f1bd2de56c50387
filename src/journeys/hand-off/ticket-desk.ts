import type { Logger } from 'pino';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { createRateLimit } from '../../rate-limit.ts';
import type { HandOffTable } from '../../store/shapes/hand-off-table.ts';
import { judgeTicket, refusedToStrangers, type TicketIssuer } from './judge-ticket.ts';
import { type Ticket, ticketSkewMs } from './ticket.ts';

export interface TicketDesk {
  /**
   * Judges a ticket for an organisation and spends it: of the same ticket brought twice, at the same moment or after a restart, one is
   * accepted. Throws `handoff.ticket.*` with the cause, and `store.*`, where nothing was spent.
   */
  assertTicket(text: string, audience: string): Promise<Ticket>;
}

/** So much of what anybody can cause is written down in a minute: a flood of it must not keep the store from the outreaches. */
const strangersAuditedPerMinute = 120;

const strangers: ReadonlySet<string> = new Set(refusedToStrangers);

/**
 * The receiving side’s word on tickets. Each verdict is in the audit trail before it is told, without the ticket’s words; of those that need
 * no partner’s key as many as `strangersAuditedPerMinute`.
 */
export function createTicketDesk(parts: {
  table: Pick<HandOffTable, 'spendTicket' | 'addAudit'>;
  issuer: (organisationId: string, audience: string) => TicketIssuer | null;
  now: () => number;
  log: Logger;
}): TicketDesk {
  const { table, issuer, now, log } = parts;
  const ofStrangers = createRateLimit(strangersAuditedPerMinute);

  return {
    async assertTicket(text, audience) {
      const at = now();
      const verdict = await judgeTicket(text, { audience, issuer, now: at });
      const spent =
        'accepted' in verdict &&
        !(await table.spendTicket({
          issuer: verdict.accepted.sourceOrgId,
          id: verdict.accepted.id,
          keepUntil: verdict.expiresAt + 2 * ticketSkewMs,
        }));
      const { id, sourceOrgId, conversationId } = 'accepted' in verdict ? verdict.accepted : verdict.says;
      const code =
        'refused' in verdict ? verdict.refused : spent ? ('handoff.ticket.replayed' as const) : null;
      const flood = code !== null && strangers.has(code) && ofStrangers.take('all', at) > 0;
      if (flood) throw new ReachbackError(code);
      await table.addAudit({
        at,
        action: code === null ? 'session.accepted' : 'session.validation.failed',
        ticketId: id ?? null,
        sourceOrgId: sourceOrgId ?? null,
        destinationOrgId: audience,
        conversationId: conversationId ?? null,
        code,
      });
      if (code === null && 'accepted' in verdict) return verdict.accepted;
      const refused = new ReachbackError(code ?? 'handoff.ticket.malformed');
      log.warn({ code: refused.code, ticketId: id, sourceOrgId }, 'session.validation.failed');
      throw refused;
    },
  };
}
