import { withoutSecrets } from '../../log/without-secrets.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { BotAnswer } from './deliver-to-bot.ts';

/** Delivers what a person did to the bot, and keeps the request in the log. The bot's answer, or null when none came. */
export async function tellBot(
  { world, now, requests, toBot }: Pick<Sandbox, 'world' | 'now' | 'requests' | 'toBot'>,
  activity: Record<string, unknown>,
): Promise<BotAnswer | null> {
  const at = now();
  const answer = await toBot(activity);
  requests.add({
    at,
    to: 'bot',
    ms: now() - at,
    method: 'POST',
    path: new URL(world.teams.botEndpoint).pathname,
    status: answer?.status ?? 0,
    correlationId: '',
    requestBody: withoutSecrets(activity),
    responseBody: withoutSecrets(answer?.body),
  });
  return answer;
}
