import type { Conversation, Message, Participant } from '../../../../src/sandbox/world/conversation.ts';
import type { Leg } from '../../../../src/sandbox/world/leg.ts';
import type { Play } from './play.ts';

type Json = ReturnType<typeof JSON.parse>;

/**
 * Where the platform's answers on one conversation disagree: the conversation, its messages, the analytics record and
 * each message's details. Read anew when something happened to the conversation meanwhile.
 */
export async function viewsDisagree(play: Play, conversation: Conversation): Promise<string[]> {
  await play.newToken();
  for (;;) {
    const before = JSON.stringify([conversation, play.org.rules]);
    const problems = await readViews(play, conversation).catch((error: unknown) => [String(error)]);
    if (JSON.stringify([conversation, play.org.rules]) === before) return problems;
  }
}

async function readViews(play: Play, conversation: Conversation): Promise<string[]> {
  const { id } = conversation;
  const [whole, desk, record] = [
    await play.call('GET', `/api/v2/conversations/${id}`),
    await play.call('GET', `/api/v2/conversations/messages/${id}`),
    await play.call('GET', `/api/v2/analytics/conversations/${id}/details`),
  ];
  if (conversation.gone !== undefined)
    return whole.status === 404 ? [] : [`${id} is ${conversation.gone} and answered with ${whole.status}`];
  const statuses = [whole.status, desk.status, record.status].join();
  if (statuses !== '200,200,200') return [`${id} is answered with ${statuses}`];
  const problems: string[] = [];
  const expect = (what: string, found: unknown, wanted: unknown): void => {
    const [one, other] = [JSON.stringify(found ?? null), JSON.stringify(wanted ?? null)];
    if (one !== other) problems.push(`${id} ${what}: ${one}, but ${other}`);
  };
  expect('start', whole.body.startTime, record.body.conversationStart);
  expect('end', whole.body.endTime, record.body.conversationEnd);
  expect('inactivity', whole.body.inactivityTimeout, record.body.inactivityTimeout);
  expect('who', idsOf(whole.body, 'id'), idsOf(record.body, 'participantId'));
  expect('who on the desk', idsOf(desk.body, 'id'), idsOf(record.body, 'participantId'));
  for (const [index, participant] of conversation.participants.entries()) {
    const [inWhole, onDesk, inRecord]: Json[] = [whole, desk, record].map(
      ({ body }) => body.participants[index],
    );
    const last = participant.legs.at(-1);
    expect('state', onDesk.state, inWhole.messages.at(-1).state);
    expect('state of the world', onDesk.state, last?.state);
    expect('disconnect type', onDesk.disconnectType, inWhole.messages.at(-1).disconnectType);
    for (const [turn, leg] of participant.legs.entries()) {
      const [flat, session] = [inWhole.messages[turn], inRecord.sessions[turn]];
      expect('leg', flat.id, session.sessionId);
      expect(
        'leg’s end',
        leg.wrapUp?.to === undefined && leg.wrapUp ? null : lastEnd(leg),
        session.segments.at(-1)?.segmentEnd,
      );
      expect('leg’s disconnection', flat.disconnectedTime, iso(leg.disconnectedAt));
    }
    expect('messages', messageIds(onDesk.messages), messageIds(inWhole.messages.flatMap(messagesOf)));
    expect('messages of the world', messageIds(onDesk.messages), writtenBy(conversation, participant));
  }
  const message = conversation.messages.at(-1);
  if (message !== undefined) problems.push(...(await messageDisagrees(play, conversation, message)));
  return problems;
}

async function messageDisagrees(play: Play, { id }: Conversation, message: Message): Promise<string[]> {
  const { body } = await play.call('GET', `/api/v2/conversations/messages/${message.id}/details`);
  const nested = await play.call('GET', `/api/v2/conversations/messages/${id}/messages/${message.id}`);
  const found = [body.id, body.status, nested.body.id, nested.body.status, body.conversationId].join();
  return found === [message.id, message.status, message.id, message.status, id].join()
    ? []
    : [`message ${message.id} is ${message.status}, told as ${found}`];
}

const messagesOf = ({ messages }: Json): Json => messages;
const messageIds = (messages: Json): string[] =>
  messages.map(({ messageId, messageStatus }: Json) => `${messageId} ${messageStatus}`).toSorted();
const idsOf = ({ participants }: Json, key: string): string[] => participants.map((each: Json) => each[key]);
const writtenBy = ({ messages }: Conversation, { id }: Participant): string[] =>
  messages
    .filter(({ participantId }) => participantId === id)
    .map((each) => `${each.id} ${each.status}`)
    .toSorted();

/** Of the last segment of a leg that is over. */
const lastEnd = ({ disconnectedAt, wrapUp }: Leg): string | undefined => iso(wrapUp?.to ?? disconnectedAt);
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();
