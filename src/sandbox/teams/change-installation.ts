import type { Sandbox } from '../sandbox.ts';
import type { TeamsConversation } from './teams-world.ts';
import { deliverInstall } from './to-bot/install-outbox.ts';
import { installsToBot } from './to-bot/installs-to-bot.ts';

/** Somebody installs the app again. True when the bot took the news; otherwise the outbox goes on trying. */
export async function installApp(sandbox: Sandbox, conversation: TeamsConversation): Promise<boolean> {
  conversation.removed = false;
  conversation.installed = false;
  sandbox.changed();
  return deliverInstall(sandbox, conversation);
}

/** Somebody removes the app: the connector refuses the bot from now on, and it is told once, as by Teams. */
export async function removeApp(sandbox: Sandbox, conversation: TeamsConversation): Promise<boolean> {
  conversation.removed = true;
  conversation.installed = false;
  sandbox.changed();
  let taken = true;
  for (const activity of installsToBot(sandbox, conversation, 'remove')) {
    const answer = await sandbox.toBot(activity);
    taken &&= answer !== null && answer.status >= 200 && answer.status < 300;
  }
  return taken;
}
