import { z } from 'zod';
import type { Sandbox } from '../sandbox.ts';
import { replaceActivity } from './show-activity.ts';
import type { TeamsActivity, TeamsConversation, TeamsUser } from './teams-world.ts';
import { actionToBot } from './to-bot/action-to-bot.ts';
import type { BotAnswer } from './to-bot/deliver-to-bot.ts';
import { tellBot } from './to-bot/tell-bot.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

const cardAnswer = z.object({ type: z.literal(cardType), value: z.record(z.string(), z.unknown()) });

/**
 * A person presses an Action.Execute button of a card. When the bot answers with a card, it takes the old one's
 * place. The bot's answer as it came, or null when none came.
 */
export async function userPresses(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  user: TeamsUser,
  card: TeamsActivity,
  press: { readonly verb: string; readonly data: unknown },
): Promise<BotAnswer | null> {
  const invoke = actionToBot(sandbox, conversation, user, card, press);
  const answer = await tellBot(sandbox, invoke);
  const parsed = cardAnswer.safeParse(answer?.body);
  if (parsed.success && conversation.activities.includes(card)) {
    const attachments = [{ contentType: cardType, content: parsed.data.value }];
    replaceActivity(sandbox, conversation, card, { ...card.body, attachments });
  }
  return answer;
}
