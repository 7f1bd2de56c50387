import type { Activity, ConversationParameters, TeamsChannelAccount } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { cardContentType } from './card-content-type.ts';
import { connectorError } from './connector-error.ts';
import type { StrictAuthentication } from './strict-authentication.ts';
import type { TeamsPort } from './teams-port.ts';

/** The create call's type asks for a complete activity, the protocol does not. */
const postable = z.custom<Activity>(
  (value) => typeof value === 'object' && value !== null && 'type' in value,
);

/** What a post answers; without an id (a gateway's page with 201, say) there is no card that could be kept true. */
const posted = z.object({ id: z.string().min(1), activityId: z.string().min(1).nullish() });

/**
 * The Teams port over the Bot Connector REST API. It calls the connector client itself, not a proactive turn: only so the
 * activity id of a channel's new thread is known (createConversationAsync keeps it to itself).
 * `appId` is empty without credentials.
 */
export function createConnectorPort(auth: StrictAuthentication, appId: string, clock: Clock): TeamsPort {
  async function call<T>(
    reference: ConversationReference,
    doing: 'post' | 'update' | 'member',
    run: (client: ConnectorClient) => Promise<T>,
  ): Promise<T> {
    try {
      const identity = new ClaimsIdentity([
        { type: AuthenticationConstants.AudienceClaim, value: appId },
        { type: AuthenticationConstants.AppIdClaim, value: appId },
        { type: AuthenticationConstants.ServiceUrlClaim, value: reference.serviceUrl },
      ]);
      const client = await auth
        .createConnectorFactory(identity)
        .create(reference.serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope);
      return await run(client);
    } catch (error) {
      throw connectorError(error, doing, clock.now());
    }
  }

  return {
    post: (reference, card, summary) =>
      call(reference, 'post', async ({ conversations }) => {
        const activity = cardActivity(reference, card, summary);
        if (reference.kind === 'personal') {
          const answer = await conversations.sendToConversation(reference.conversationId, activity);
          return { activityId: posted.parse(answer).id };
        }
        const created = await conversations.createConversation(newThread(reference, activity));
        const { id, activityId } = posted.parse(created);
        return { activityId: activityId ?? id.split(';messageid=')[1] ?? id };
      }),
    update: (reference, activityId, card, summary) =>
      call(reference, 'update', async ({ conversations }) => {
        const activity = { ...cardActivity(reference, card, summary), id: activityId };
        await conversations.updateActivity(threadOf(reference, activityId), activityId, activity);
      }),
    member: (reference, userId) =>
      call(reference, 'member', async ({ conversations }) => {
        const found: Partial<TeamsChannelAccount> & { objectId?: string } =
          await conversations.getConversationMember(reference.conversationId, userId);
        return {
          name: found.name ?? null,
          aadObjectId: found.aadObjectId ?? found.objectId ?? null,
          email: found.email ?? found.userPrincipalName ?? null,
          signInName: found.userPrincipalName ?? null,
          role: found.userRole ?? null,
          tenantId: found.tenantId ?? null,
        };
      }),
  };
}

function cardActivity(reference: ConversationReference, card: AdaptiveCard, summary: string) {
  return {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: reference.serviceUrl,
    from: { id: reference.botId, name: '' },
    conversation: {
      id: reference.conversationId,
      name: '',
      isGroup: reference.kind === 'channel',
      conversationType: reference.kind,
    },
    summary,
    attachments: [{ contentType: cardContentType, content: card }],
  };
}

/** A post in a channel is a new conversation whose first activity is the post. */
function newThread(reference: ConversationReference, activity: Partial<Activity>): ConversationParameters {
  return {
    isGroup: true,
    bot: { id: reference.botId, name: '' },
    channelData: { channel: { id: reference.conversationId } },
    ...(reference.tenantId === null ? {} : { tenantId: reference.tenantId }),
    activity: postable.parse(activity),
  };
}

/** Teams names a channel's thread by its first post; the bot's card is that post. */
function threadOf(reference: ConversationReference, activityId: string): string {
  return reference.kind === 'channel'
    ? `${reference.conversationId};messageid=${activityId}`
    : reference.conversationId;
}
