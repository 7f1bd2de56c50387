import axios from 'axios';

export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Teams gives a bot about 15 seconds to answer (documented for re-delivery of messages). */
const answerDeadlineMs = 15_000;

/**
 * POSTs one activity to the bot's messaging endpoint; its answer, or null when none came or `signal` gave up on it. No token is sent: the
 * sandbox serves bots that run with `TEAMS_AUTH=off`.
 */
export async function deliverToBot(
  endpoint: string,
  activity: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<BotAnswer | null> {
  try {
    const { status, data } = await axios.post<unknown>(endpoint, activity, {
      timeout: answerDeadlineMs,
      validateStatus: () => true,
      maxRedirects: 0,
      proxy: false,
      ...(signal === undefined ? {} : { signal }),
    });
    return { status, body: data };
  } catch (error) {
    if (axios.isAxiosError(error) || axios.isCancel(error)) return null;
    throw error;
  }
}
