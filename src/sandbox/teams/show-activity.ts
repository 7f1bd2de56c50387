import type { Sandbox } from '../sandbox.ts';
import type { TeamsActivity, TeamsConversation } from './teams-world.ts';

/** Puts a new activity into a conversation and the record. `from` is `bot` or a Teams user id, `id` its number there. */
export function showActivity(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  from: string,
  body: Record<string, unknown>,
  id = nextActivityId(conversation, sandbox.now()),
): TeamsActivity {
  const activity: TeamsActivity = { id, from, at: sandbox.now(), body };
  conversation.activities.push(activity);
  sandbox.append({
    kind: 'teams',
    event: from === 'bot' ? 'posted' : 'said',
    conversationId: conversation.id,
    activityId: activity.id,
    activity: body,
  });
  sandbox.changed();
  return activity;
}

/** Replaces what an activity shows, in the conversation and for the record. */
export function replaceActivity(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  activity: TeamsActivity,
  body: Record<string, unknown>,
): void {
  activity.body = body;
  activity.updatedAt = sandbox.now();
  sandbox.append({
    kind: 'teams',
    event: 'updated',
    conversationId: conversation.id,
    activityId: activity.id,
    activity: body,
  });
  sandbox.changed();
}

/** Takes an activity out of a conversation. */
export function removeActivity(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  activity: TeamsActivity,
): void {
  conversation.activities = conversation.activities.filter((candidate) => candidate.id !== activity.id);
  sandbox.append({
    kind: 'teams',
    event: 'deleted',
    conversationId: conversation.id,
    activityId: activity.id,
    activity: {},
  });
  sandbox.changed();
}

/** Teams numbers a channel's messages by the millisecond they were posted; two of one millisecond get two numbers. */
export function nextActivityId(conversation: TeamsConversation, at: number): string {
  const last = conversation.activities.at(-1);
  return String(Math.max(at, last === undefined ? 0 : Number(last.id) + 1));
}
