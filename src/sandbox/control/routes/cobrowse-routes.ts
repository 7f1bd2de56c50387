import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CobrowseSession } from '../../cobrowse/cobrowse-session.ts';
import { answerCobrowse, cobrowseState } from '../../cobrowse/offer-cobrowse.ts';
import { isoTime } from '../../iso-time.ts';
import type { Sandbox } from '../../sandbox.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { findConversation } from '../find-in-world.ts';

const answer = z.strictObject({ accept: z.boolean() });

/** Co-browse sessions of an organisation, and the guest's answer to an offer. */
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
    const { accept } = checked(answer, body);
    for (const { cobrowses } of sandbox.world.orgs.values()) {
      const session = cobrowses.get(params.id);
      if (session === undefined) continue;
      const scene = { sandbox, ...findConversation(sandbox.world, session.conversationId) };
      if (!answerCobrowse(scene, session, accept)) throw new ControlError(400, 'The offer no longer stands.');
      return view(session);
    }
    throw new ControlError(404, `There is no co-browse session ${params.id}.`);
  });
}
