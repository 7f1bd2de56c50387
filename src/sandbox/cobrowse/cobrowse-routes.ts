import type { FastifyRequest } from 'fastify';
import type { Api } from '../platform/api.ts';
import { ownParticipant, requireAgent, sceneOf } from '../platform/desk/scene-of.ts';
import { badRequest, notFound } from '../platform/platform-error.ts';
import { liveLeg } from '../world/leg.ts';
import type { CobrowseSession } from './cobrowse-session.ts';
import { cobrowseState } from './cobrowse-state.ts';
import { cobrowseView } from './cobrowse-view.ts';
import { offerCobrowse } from './offer-cobrowse.ts';

interface OfSession {
  Params: { deploymentId: string; sessionId: string };
}

/** Cobrowse of the platform: an agent offers it to the guest they talk with; the session is found by id or join code. */
export function cobrowseRoutes(api: Api): void {
  const { app, sandbox, orgOf } = api;
  const sessionOf = (request: FastifyRequest<OfSession>): CobrowseSession => {
    const { cobrowses, conversations } = orgOf(request);
    const { deploymentId, sessionId } = request.params;
    const found = [...cobrowses.values()].find(
      ({ id, joinCode, conversationId }) =>
        (id === sessionId || joinCode === sessionId) &&
        conversations.get(conversationId)?.deploymentId === deploymentId,
    );
    const over = found && ['ended', 'expired', 'rejected'].includes(cobrowseState(found, sandbox.now()));
    if (found === undefined || over) throw notFound('cobrowse session');
    return found;
  };

  app.post<{ Params: { conversationId: string } }>(
    '/api/v2/conversations/:conversationId/cobrowse',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['conversation:cobrowse:add', 'conversation:cobrowseVoice:add'] },
        unverified:
          'that only the agent on the conversation may; 400 for a leg that is not connected and a deployment without cobrowse',
      },
    },
    (request) => {
      const scene = sceneOf(api, request, request.params.conversationId);
      const agent = requireAgent(api, request);
      if (liveLeg(ownParticipant(scene, agent)).state !== 'connected') {
        throw badRequest('The communication is not connected.');
      }
      const { org, conversation } = scene;
      const settings = org.deployments.get(conversation.deploymentId)?.messenger.cobrowse;
      if (settings?.enabled !== true) throw badRequest('Cobrowse is not enabled on the deployment.');
      const mode = settings.allowAgentControl ? 'control' : 'view';
      const session = offerCobrowse(scene, { agentId: agent.id, mode });
      return cobrowseView(session, conversation.deploymentId, sandbox.baseUrl());
    },
  );

  const path = '/api/v2/webdeployments/deployments/:deploymentId/cobrowse/:sessionId';
  const unverified = '404 for a session that is over';
  app.get<OfSession>(path, { config: { source: 'SDK 262', unverified } }, (request) =>
    cobrowseView(sessionOf(request), request.params.deploymentId, sandbox.baseUrl()),
  );

  app.delete<OfSession>(path, { config: { source: 'SDK 262', unverified } }, (request) => {
    const session = sessionOf(request);
    session.state = 'ended';
    session.overAt = sandbox.now();
    sandbox.changed();
    return cobrowseView(session, request.params.deploymentId, sandbox.baseUrl());
  });
}
