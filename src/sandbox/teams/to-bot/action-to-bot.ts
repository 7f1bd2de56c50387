import type { Sandbox } from '../../sandbox.ts';
import type { TeamsActivity, TeamsConversation, TeamsUser } from '../teams-world.ts';
import { activityToBot } from './activity-to-bot.ts';

/** The invoke Teams sends when somebody presses an Action.Execute button of a card (universal actions, documented). */
export function actionToBot(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  card: TeamsActivity,
  press: { readonly verb: string; readonly data: unknown },
): Record<string, unknown> {
  return {
    ...activityToBot(sandbox, conversation, user, threadRootOf(card)),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card.id,
    value: {
      action: { type: 'Action.Execute', verb: press.verb, data: press.data },
      trigger: 'manual',
    },
  };
}

function threadRootOf(card: TeamsActivity): string {
  const { replyToId } = card.body;
  return typeof replyToId === 'string' ? replyToId : card.id;
}
