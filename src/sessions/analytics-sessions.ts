import { analyticsConversation } from '../genesys/wire/analytics-conversation.ts';
import type { Session } from './session.ts';
import { sessionFromAnalytics } from './session-from-analytics.ts';

export interface AnalyticsSessions {
  readonly sessions: readonly Session[];
  /** Records that do not have the documented shape; left out one by one. */
  readonly malformed: number;
}

/** The sessions of one page of raw records, each read by itself so that a bad one costs only itself. Pure. */
export function analyticsSessions(records: readonly unknown[]): AnalyticsSessions {
  const sessions: Session[] = [];
  let malformed = 0;
  for (const record of records) {
    const parsed = analyticsConversation.safeParse(record);
    if (!parsed.success) {
      malformed += 1;
      continue;
    }
    const session = sessionFromAnalytics(parsed.data);
    if (session !== null) sessions.push(session);
  }
  return { sessions, malformed };
}
