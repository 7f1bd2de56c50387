import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CobrowseSession } from '../../cobrowse/cobrowse-session.ts';
import { cobrowseState } from '../../cobrowse/cobrowse-state.ts';
import { answerCobrowse, endCobrowse } from '../../cobrowse/offer-cobrowse.ts';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findConversation } from '../find-in-world.ts';

const answer = z.union([z.strictObject({ accept: z.boolean() }), z.strictObject({ end: z.literal(true) })]);

/** Cobrowse sessions of an organisation, the guest's answer to an offer, and their end of it. */
export function cobrowseControlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const view = ({ id, conversationId, agentId, mode, createdAt, offerEndsAt, state }: CobrowseSession) => ({
    id,
    conversationId,
    agentId,
    mode,
    createdAt: isoTime(createdAt),
    offerEndsAt: isoTime(offerEndsAt),
    state: cobrowseState({ state, offerEndsAt }, sandbox.now()),
  });

  app.get<{ Params: { id: string } }>('/orgs/:id/cobrowses', ({ params }) => {
    const org = sandbox.world.orgs.get(params.id);
    if (org === undefined) throw new ControlError(404, `There is no organisation ${params.id}.`);
    return { sessions: [...org.cobrowses.values()].map(view) };
  });

  app.post<{ Params: { id: string } }>('/cobrowses/:id', ({ params, body }) => {
    const did = checked(answer, body);
    for (const { cobrowses } of sandbox.world.orgs.values()) {
      const session = cobrowses.get(params.id);
      if (session === undefined) continue;
      const scene = { sandbox, ...findConversation(sandbox.world, session.conversationId) };
      const stood = 'end' in did ? endCobrowse(scene, session) : answerCobrowse(scene, session, did.accept);
      if (!stood)
        throw new ControlError(400, 'end' in did ? 'Nothing is shared.' : 'The offer no longer stands.');
      return view(session);
    }
    throw new ControlError(404, `There is no cobrowse session ${params.id}.`);
  });
}
