import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../../faults/armed-faults.ts';
import type { FaultOn } from '../../faults/fault.ts';
import type { TeamsWorld } from '../teams-world.ts';
import { type BotAnswer, deliverToBot } from './deliver-to-bot.ts';

/**
 * Delivers one activity to the bot as Teams would, its bad habits included when they are armed; the bot's answer, or null
 * when none came in time or `signal` gave up on it.
 */
export type BotLine = (activity: Record<string, unknown>, signal?: AbortSignal) => Promise<BotAnswer | null>;

interface Needs {
  readonly world: { readonly teams: Pick<TeamsWorld, 'botEndpoint'> };
  readonly faults: Pick<Faults, 'take'>;
}

/** The way from Teams to the bot. What waits in it is real time: there is a real server at its other end. */
export function createBotLine({ world, faults }: Needs): BotLine {
  let overtaken: (() => void)[] = [];

  /** Until another activity has been answered, at the longest so many milliseconds. */
  async function untilOvertaken(longestMs: number, signal?: AbortSignal): Promise<void> {
    const passed = Promise.withResolvers<void>();
    overtaken.push(passed.resolve);
    await Promise.race([passed.promise, pause(longestMs, signal)]);
  }

  async function deliver(activity: Record<string, unknown>, signal?: AbortSignal): Promise<BotAnswer | null> {
    const answer = await deliverToBot(world.teams.botEndpoint, activity, signal);
    const waiting = overtaken;
    overtaken = [];
    for (const go of waiting) go();
    return answer;
  }

  return async (activity, signal) => {
    const fault = faults.take('bot', (each) => isMeant(each, activity));
    if (fault?.what === 'late') await pause(fault.delayMs, signal);
    if (fault?.what === 'reorder') await untilOvertaken(fault.delayMs, signal);
    if (fault?.what === 'give-up') {
      const patience = AbortSignal.timeout(fault.afterMs);
      return deliver(activity, signal === undefined ? patience : AbortSignal.any([patience, signal]));
    }
    // At once, as when Teams repeats what it takes for lost: the bot may be busy with the first.
    const again = fault?.what === 'duplicate' ? deliver(activity, signal) : undefined;
    const answer = await deliver(activity, signal);
    await again;
    return answer;
  };
}

/** Keeps no process alive, and ends at once when given up. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, { ref: false, ...(signal !== undefined && { signal }) }).catch(() => {});
}

function isMeant(fault: FaultOn<'bot'>, activity: Record<string, unknown>): boolean {
  const { type, conversation } = activity;
  return (
    (fault.activity === undefined || fault.activity === type) &&
    (fault.conversationId === undefined || fault.conversationId === channelOf(conversation))
  );
}

/** The id of the conversation, or of the channel its thread is in. */
function channelOf(conversation: unknown): string | undefined {
  if (typeof conversation !== 'object' || conversation === null || !('id' in conversation)) return undefined;
  return String(conversation.id).split(';')[0];
}
