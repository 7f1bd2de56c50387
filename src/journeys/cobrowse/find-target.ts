import { ReachbackError } from '../../errors/reachback-error.ts';
import type { CobrowseTable } from '../../store/shapes/cobrowse-table.ts';
import type { OutreachTable } from '../../store/shapes/outreach-table.ts';

/** As the platform and we write ids. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The conversation that is meant: its own id, or that of an outreach of this agent. Throws `cobrowse.target-malformed` for what is no id,
 * `cobrowse.target-is-customer` for one a customer is known by, `cobrowse.not-yours` and `cobrowse.opted-out`.
 */
export async function findTarget(
  said: string,
  agentId: string,
  store: {
    readonly cobrowses: Pick<CobrowseTable, 'namesCustomer'>;
    readonly outreaches: Pick<OutreachTable, 'get' | 'onConversation'>;
  },
): Promise<string> {
  const id = said.trim().toLowerCase();
  if (!uuid.test(id)) throw new ReachbackError('cobrowse.target-malformed');
  const outreach = await store.outreaches.get(id);
  if (outreach !== null && outreach.agentId !== agentId) throw new ReachbackError('cobrowse.not-yours');
  const conversationId =
    outreach === null ? id : (outreach.answer?.conversationId ?? outreach.conversationId);
  if (outreach === null && (await store.cobrowses.namesCustomer(id)))
    throw new ReachbackError('cobrowse.target-is-customer');
  const there = await store.outreaches.onConversation(conversationId);
  if (there.some(({ reason }) => reason === 'opted-out')) throw new ReachbackError('cobrowse.opted-out');
  return conversationId;
}
