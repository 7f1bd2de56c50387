import type { Sandbox } from '../../sandbox.ts';
import type { TeamsConversation } from '../teams-world.ts';
import { installsToBot } from './installs-to-bot.ts';

export interface InstallOutbox {
  start(): void;
  /** Gives up the delivery under way, if any, and ends. */
  stop(): Promise<void>;
}

/**
 * Delivers the install events of every conversation the app is in, one conversation after the other, and again every
 * `pauseMs` until the bot took both. The world is read anew each round, so a reseed needs no word to it.
 */
export function installOutbox(sandbox: Sandbox, pauseMs = 500): InstallOutbox {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();

  async function deliverPending(): Promise<void> {
    for (const conversation of [...sandbox.world.teams.conversations.values()]) {
      if (conversation.installed || conversation.removed) continue;
      if (!(await deliverInstall(sandbox, conversation, stopping.signal))) return;
    }
  }

  function again(): void {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      round = deliverPending().finally(again);
    }, pauseMs);
  }

  return {
    start() {
      round = deliverPending().finally(again);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await round;
    },
  };
}

/** Delivers both install activities; true and marked installed when the bot answered 2xx to each. */
export async function deliverInstall(
  sandbox: Sandbox,
  conversation: TeamsConversation,
  signal?: AbortSignal,
): Promise<boolean> {
  for (const activity of installsToBot(sandbox, conversation, 'add')) {
    const answer = await sandbox.toBot(activity, signal);
    if (answer === null || answer.status < 200 || answer.status > 299) return false;
  }
  conversation.installed = true;
  sandbox.changed();
  return true;
}
