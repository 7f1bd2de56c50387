import { isoTime } from '../../iso-time.ts';
import type { Conversation, Message, Participant } from '../../world/conversation.ts';
import type { Leg } from '../../world/leg.ts';
import type { SessionRecord } from './record.ts';

type Metric = readonly [name: string, at: number, value: number];

/** The metrics of a leg as analytics records them, in the order they were emitted. */
export function metricsOf(
  conversation: Conversation,
  { purpose }: Participant,
  leg: Leg,
): SessionRecord['metrics'] {
  return measure(conversation, purpose, leg)
    .sort(([, one], [, other]) => one - other)
    .map(([name, at, value]) => ({ emitDate: isoTime(at), name, value }));
}

/**
 * What was measured on a leg so far, in milliseconds or as counts, with the time (epoch ms). unverified: on which leg some of it stands;
 * `oMessageTurn` is on the leg of who wrote, `tAnswered` on the agent's.
 */
export function measure(conversation: Conversation, purpose: Participant['purpose'], leg: Leg): Metric[] {
  const written = conversation.messages.filter(
    ({ communicationId }) => communicationId === leg.communicationId,
  );
  return [...timesOf(conversation, purpose, leg, written), ...written.map(turn)];
}

const turn = ({ at }: Message): Metric => ['oMessageTurn', at, 1];

function timesOf(
  conversation: Conversation,
  purpose: Participant['purpose'],
  leg: Leg,
  written: readonly Message[],
): Metric[] {
  if (purpose === 'agent') return agentMetrics(conversation, leg, written);
  const { connectedAt = 0, disconnectedAt, disconnectType } = leg;
  const lasted = (name: string): Metric[] =>
    disconnectedAt === undefined ? [] : [[name, disconnectedAt, disconnectedAt - connectedAt]];
  switch (purpose) {
    case 'workflow':
      return [['nFlow', connectedAt, 1], ...lasted('tFlow'), ...lasted('tFlowExit')];
    case 'acd':
      return [
        ['nOffered', connectedAt, 1],
        ...lasted('tAcd'),
        ...(disconnectType === 'transfer' ? [] : lasted('tAbandon')),
      ];
    case 'customer':
      return [['nConnected', connectedAt, 1], ...lasted('tConnected')];
    case 'api':
      return [['nConnected', connectedAt, 1]];
  }
}

function agentMetrics(conversation: Conversation, leg: Leg, written: readonly Message[]): Metric[] {
  const { alertedAt, connectedAt, disconnectedAt, disconnectType, parks = [], wrapUp } = leg;
  const metrics: Metric[] = [];
  const rangUntil = connectedAt ?? disconnectedAt;
  if (alertedAt !== undefined && rangUntil !== undefined) {
    metrics.push(['tAlert', rangUntil, rangUntil - alertedAt]);
  }
  if (connectedAt === undefined) {
    if (alertedAt !== undefined && disconnectedAt !== undefined) {
      metrics.push(['tNotResponding', disconnectedAt, disconnectedAt - alertedAt]);
    }
    return metrics;
  }
  metrics.push(['nConnected', connectedAt, 1]);
  metrics.push(['tAnswered', connectedAt, connectedAt - waitingSince(conversation, connectedAt)]);
  let talked = 0;
  let talkingFrom: number | undefined = connectedAt;
  for (const park of parks) {
    if (talkingFrom !== undefined) {
      metrics.push(['tTalk', park.from, park.from - talkingFrom]);
      talked += park.from - talkingFrom;
    }
    if (park.to !== undefined) metrics.push(['tPark', park.to, park.to - park.from]);
    talkingFrom = park.to;
  }
  if (talkingFrom !== undefined && disconnectedAt !== undefined) {
    metrics.push(['tTalk', disconnectedAt, disconnectedAt - talkingFrom]);
    talked += disconnectedAt - talkingFrom;
  }
  metrics.push(...responseTimes(conversation, written));
  if (disconnectedAt === undefined) return metrics;
  metrics.push(['tTalkComplete', disconnectedAt, talked]);
  if (disconnectType === 'transfer') {
    metrics.push(['nTransferred', disconnectedAt, 1], ['nBlindTransferred', disconnectedAt, 1]);
  }
  if (wrapUp?.to !== undefined) {
    const after = wrapUp.to - wrapUp.from;
    metrics.push(['tAcw', wrapUp.to, after], ['tHandle', wrapUp.to, talked + after]);
  }
  return metrics;
}

/** When the customer entered the queue the agent took them from. */
function waitingSince({ participants }: Conversation, until: number): number {
  const queues = participants.filter(({ purpose }) => purpose === 'acd').flatMap(({ legs }) => legs);
  return queues.findLast(({ connectedAt = 0 }) => connectedAt <= until)?.connectedAt ?? until;
}

/** From the customer's word to the agent's next one. */
function responseTimes({ messages }: Conversation, written: readonly Message[]): Metric[] {
  const own = new Set(written);
  const metrics: Metric[] = [];
  let askedAt: number | undefined;
  for (const message of messages) {
    if (message.direction === 'inbound') askedAt ??= message.at;
    else if (own.has(message) && askedAt !== undefined) {
      metrics.push(['tAgentResponseTime', message.at, message.at - askedAt]);
      askedAt = undefined;
    }
  }
  return metrics;
}
