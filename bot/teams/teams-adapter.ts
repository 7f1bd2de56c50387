import { type Activity, CloudAdapter } from 'botbuilder';
import { type AuthenticateRequestResult, AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { codedError } from '../coded-error.ts';
import { ActivityHandler, type ActivityHandlerParts } from './activity-handler.ts';
import { inboundActivity } from './inbound-activity.ts';
import type { StrictAuthentication } from './strict-authentication.ts';
import { tokenRefusal } from './token-refusal.ts';

/** One POST to the messaging endpoint, and what to answer. */
export type ProcessActivity = (request: {
  authorization: string;
  body: unknown;
}) => Promise<{ status: number; body?: unknown }>;

const wireActivity = z.custom<Activity>((body) => inboundActivity.safeParse(body).success);
const addressed = z.custom<Activity>(
  (body) => typeof body === 'object' && body !== null && !Array.isArray(body),
);

/**
 * The way in: authentication first, then the shape, then one turn. Answers 401 to whoever has no right to ask (logged once,
 * as a case of `teams.unauthorised`), 400 to a malformed activity, otherwise what the turn gives.
 * CloudAdapter.process is not used: it prints every refusal to stderr and answers 500 to malformed activities.
 */
export function createTeamsAdapter(
  parts: ActivityHandlerParts & { readonly auth: StrictAuthentication },
): ProcessActivity {
  const { auth, log } = parts;
  const adapter = new Adapter(auth);
  const handler = new ActivityHandler(parts);
  adapter.onTurnError = async (context, error) => {
    const coded = codedError(error, 'teams.failed');
    const { type } = context.activity;
    log.error({ code: coded.code, activityType: type, err: coded }, 'an activity could not be answered');
    // A message was counted and is not answered twice; any other activity may come again, and must be asked for again.
    if (type !== 'message') throw coded;
  };

  return async ({ authorization, body }) => {
    const claimed = addressed.safeParse(body);
    if (!claimed.success) return refuse(400, 'teams.activity-malformed', 'not a JSON object');
    let identity: AuthenticateRequestResult;
    try {
      identity = await auth.authenticateRequest(claimed.data, authorization);
    } catch (error) {
      const why = error instanceof AuthenticationError ? error.message : 'the caller could not be checked';
      return refuse(401, 'teams.unauthorised', why, tokenRefusal(error));
    }
    const activity = wireActivity.safeParse(claimed.data);
    if (!activity.success) return refuse(400, 'teams.activity-malformed', 'not a Bot Framework activity');
    try {
      return await adapter.take(identity, activity.data, handler);
    } catch (error) {
      return { status: 500, body: { error: { code: codedError(error, 'teams.failed').code } } };
    }
  };

  /** `loggedAs` is for us: which check failed is no business of a stranger's. */
  function refuse(status: number, code: ErrorCode, why: string, loggedAs = code) {
    log.warn({ code: loggedAs, why }, 'an activity was refused');
    return { status, body: { error: { code } } };
  }
}

class Adapter extends CloudAdapter {
  /** `processActivity` is protected: this is its door for a caller already checked. */
  async take(
    identity: AuthenticateRequestResult,
    activity: Activity,
    handler: ActivityHandler,
  ): Promise<{ status: number; body?: unknown }> {
    const answer = await this.processActivity(identity, activity, (context) => handler.run(context));
    return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body };
  }
}
