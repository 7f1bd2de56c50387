import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { agentTypes } from '../../acts/agents/agent-types.ts';
import { agentWrites } from '../../acts/agents/agent-writes.ts';
import { alertAgent } from '../../acts/agents/alert-agent.ts';
import { answerAlert } from '../../acts/agents/answer-alert.ts';
import { idleAgentFor, waitingQueue } from '../../acts/agents/idle-agent-for.ts';
import { parkLeg, resumeLeg } from '../../acts/agents/park.ts';
import { transfer } from '../../acts/agents/transfer.ts';
import { finishWrapUp } from '../../acts/agents/wrap-up.ts';
import { endByPlatform } from '../../acts/conversation/end-by-platform.ts';
import { endConversation } from '../../acts/conversation/end-conversation.ts';
import type { Scene } from '../../acts/conversation/scene.ts';
import { takeAway } from '../../acts/conversation/take-away.ts';
import { showDisconnect } from '../../acts/guest/show-disconnect.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Agent } from '../../world/agent.ts';
import type { Participant } from '../../world/conversation.ts';
import { type Leg, liveLeg } from '../../world/leg.ts';
import { checked } from '../checked.ts';
import { ControlError } from '../control-error.ts';
import { conversationDetail } from '../conversation-detail.ts';
import { findConversation } from '../find-in-world.ts';

interface OfConversation {
  Params: { id: string };
}

const byAgent = z.object({ agentId: z.string().optional() }).nullish();
const writes = byAgent
  .unwrap()
  .unwrap()
  .extend({ text: z.string().trim().min(1).max(2000) });
const types = z.object({ agentId: z.string().optional(), seconds: z.number().positive().max(60).default(5) });
const parks = z.object({
  agentId: z.string().optional(),
  resumeInSeconds: z.number().positive().max(31_622_400).optional(),
});
const transfers = z
  .object({ queueId: z.string().optional(), toAgentId: z.string().optional() })
  .refine(({ queueId, toAgentId }) => (queueId === undefined) !== (toAgentId === undefined), {
    message: 'a transfer goes to a queueId or to a toAgentId',
  });
const disconnects = z
  .object({ by: z.enum(['agent', 'customer', 'system', 'endpoint', 'inactivity', 'spam']).optional() })
  .nullish();
const wrapsUp = z
  .object({ code: z.string().min(1).optional(), note: z.string().min(1).optional() })
  .nullish();

/** What agents do in a conversation, and what an organisation does to it. Each answers with the conversation as it is then. */
export function conversationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const act = (name: string, run: (scene: Scene, body: unknown) => object | undefined): void => {
    app.post<OfConversation>(`/conversations/:id/${name}`, (request) => {
      const scene = { sandbox, ...findConversation(sandbox.world, request.params.id) };
      const more = run(scene, request.body);
      return { ...conversationDetail(scene.conversation), ...more };
    });
  };

  app.get<OfConversation>('/conversations/:id', (request) =>
    conversationDetail(findConversation(sandbox.world, request.params.id).conversation),
  );

  act('alert', (scene, body) => {
    ring(scene, checked(byAgent, body)?.agentId);
    return undefined;
  });
  act('answer', (scene, body) => {
    const agentId = checked(byAgent, body)?.agentId;
    answerAlert(scene, ringing(scene, agentId) ?? ring(scene, agentId));
    return undefined;
  });
  act('messages', (scene, body) => {
    const { agentId, text } = checked(writes, body);
    return { messageId: agentWrites(scene, server(scene, ['connected'], agentId), text).id };
  });
  act('typing', (scene, body) => {
    const { agentId, seconds } = checked(types, body ?? {});
    server(scene, ['connected'], agentId);
    agentTypes(sandbox, scene.org, scene.customer, scene.conversation.id, seconds * 1000);
    return undefined;
  });
  act('park', (scene, body) => {
    const { agentId, resumeInSeconds } = checked(parks, body ?? {});
    const resumeAt = resumeInSeconds === undefined ? undefined : sandbox.now() + resumeInSeconds * 1000;
    parkLeg(scene, server(scene, ['connected'], agentId), resumeAt);
    return undefined;
  });
  act('resume', (scene, body) => {
    resumeLeg(scene, server(scene, ['parked'], checked(byAgent, body)?.agentId));
    return undefined;
  });
  act('transfer', (scene, body) => {
    const { queueId, toAgentId } = checked(transfers, body);
    const from = server(scene, ['connected']);
    const queue = scene.org.queues.get(queueId ?? '');
    const agent = scene.org.agents.get(toAgentId ?? '');
    if (queue !== undefined) transfer(scene, from, { queue }, from.userId);
    else if (agent !== undefined && agent.id !== from.userId) transfer(scene, from, { agent }, from.userId);
    else throw new ControlError(404, 'There is no such queue or other agent to transfer to.');
    return undefined;
  });
  act('disconnect', (scene, body) => {
    disconnect(scene, checked(disconnects, body)?.by);
    return undefined;
  });
  act('wrap-up', (scene, body) => {
    const wrapUp = checked(wrapsUp, body) ?? {};
    const open = scene.conversation.participants.flatMap((participant) =>
      participant.legs.filter(isWrapping).map((leg) => ({ participant, leg })),
    );
    if (open.length === 0) throw new ControlError(400, 'Nobody is wrapping up this conversation.');
    for (const { participant, leg } of open) finishWrapUp(scene, participant, leg, wrapUp);
    return undefined;
  });
  act('delete', (scene) => {
    takeAway(scene, 'deleted');
    return undefined;
  });
  act('archive', (scene) => {
    takeAway(scene, 'archived');
    return undefined;
  });
}

const isWrapping = ({ wrapUp }: Leg): boolean => wrapUp !== undefined && wrapUp.to === undefined;

/** The agent's participant whose live leg is in one of these states; 400 when there is none. */
function server(scene: Scene, states: readonly Leg['state'][], agentId?: string): Participant {
  const found = scene.conversation.participants.findLast(
    (each) =>
      each.purpose === 'agent' &&
      states.includes(liveLeg(each).state) &&
      (agentId === undefined || each.userId === agentId),
  );
  if (found === undefined) throw new ControlError(400, `No such agent is ${states.join(' or ')} here.`);
  return found;
}

function ringing({ conversation }: Scene, agentId?: string): Participant | undefined {
  return conversation.participants.findLast(
    (each) => liveLeg(each).state === 'alerting' && (agentId === undefined || each.userId === agentId),
  );
}

/** Rings the waiting conversation at that agent, or at an idle one of its queue. */
function ring(scene: Scene, agentId?: string): Participant {
  const { org, conversation } = scene;
  const queue = waitingQueue(org, conversation);
  if (queue === undefined) throw new ControlError(400, 'The customer does not wait in a queue.');
  if (ringing(scene) !== undefined)
    throw new ControlError(400, 'The conversation rings at an agent already.');
  const agent: Agent | undefined =
    agentId === undefined ? idleAgentFor(org, conversation, queue) : org.agents.get(agentId);
  if (agent === undefined) {
    throw new ControlError(
      400,
      agentId === undefined ? 'No agent of the queue is idle.' : 'There is no such agent.',
    );
  }
  return alertAgent(scene, agent, queue.id);
}

/** Without `by`: the agent who is connected, or else the platform. */
function disconnect(scene: Scene, by?: NonNullable<z.output<typeof disconnects>>['by']): void {
  const { sandbox, org, conversation, customer } = scene;
  const live = conversation.participants.filter((each) => liveLeg(each).state !== 'disconnected');
  if (live.length === 0) throw new ControlError(400, 'The conversation is over.');
  const agent = live.findLast(({ purpose }) => purpose === 'agent');
  if (by === 'agent' && agent === undefined) throw new ControlError(400, 'No agent is connected here.');
  if (by === undefined || by === 'agent') endByPlatform(scene, agent);
  else if (by === 'system') endByPlatform(scene);
  else {
    const type = by === 'customer' ? 'client' : by;
    endConversation(scene, ({ purpose }) => (purpose === 'customer' ? type : 'peer'));
    if (by !== 'customer' && by !== 'endpoint') showDisconnect(sandbox, org, conversation, customer);
  }
}
