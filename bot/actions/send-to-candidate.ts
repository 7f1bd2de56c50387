import { z } from 'zod';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { ByHand } from '../../src/journeys/on-request/writing-by-hand.ts';
import type { Outreach } from '../../src/outreach/outreach.ts';
import type { Person } from '../people/people.ts';
import { pressedId } from './pressed-id.ts';

/** The button's own data, and the text of its place: Teams may leave out an empty one. */
const pressed = z.looseObject({
  conversationId: pressedId,
  nonce: pressedId,
  place: z.number().int().min(1).max(10),
});

/**
 * An agent pressed Send beside a customer: asks for that message in the agent's own name. However often the button of one list is
 * pressed, it counts once. Throws what the journey throws, `teams.person-unknown`, and `teams.action-unknown` for data that is not ours.
 */
export async function sendToCandidate(
  { agent, name, supervisor }: Pick<Person, 'agent' | 'name' | 'supervisor'>,
  data: unknown,
  byHand: Pick<ByHand, 'request'>,
): Promise<Outreach> {
  if (agent === null) throw new ReachbackError('teams.person-unknown');
  const filled = pressed.safeParse(data);
  if (!filled.success) throw new ReachbackError('teams.action-unknown');
  const { conversationId, nonce, place } = filled.data;
  const text = filled.data[`candidateText${place}`] ?? '';
  if (typeof text !== 'string') throw new ReachbackError('teams.action-unknown');
  return byHand.request({
    agentId: agent.agentId,
    conversationId,
    text,
    by: name,
    mayApprove: supervisor,
    eventId: `by-hand ${agent.agentId} ${conversationId} ${nonce}`,
  });
}
