import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type MessagingExtensionResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { TeamsPace } from '../pace/teams-pace.ts';
import type { TeamsInbound } from '../teams-inbound.ts';
import { cardContentType } from './card-content-type.ts';
import { composeExtension, searchedFor } from './compose-extension.ts';
import { type InboundActivity, inboundActivity } from './inbound-activity.ts';
import { isCardAlone } from './is-card-alone.ts';
import { referenceOf } from './reference-of.ts';
import { sendReply } from './send-reply.ts';
import type { TeamsUser } from './teams-port.ts';

const messageContentType = 'application/vnd.microsoft.activity.message';

export interface ActivityHandlerParts {
  readonly inbound: TeamsInbound;
  readonly pace: TeamsPace;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Turns Teams' activities into our own events; decides nothing. */
export class ActivityHandler extends TeamsActivityHandler {
  readonly #inbound: TeamsInbound;
  readonly #pace: TeamsPace;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor({ inbound, pace, clock, log }: ActivityHandlerParts) {
    super();
    this.#inbound = inbound;
    this.#pace = pace;
    this.#clock = clock;
    this.#log = log;
    this.onMessage(async (context, next) => {
      await this.#message(context);
      await next();
    });
    this.onInstallationUpdate(async (context, next) => {
      await this.#installation(context);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      await this.#conversation(context);
      await next();
    });
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const activity = inboundActivity.parse(context.activity);
    const reference = referenceOf(activity, this.#clock.now());
    const answer = await this.#inbound.cardAction({
      reference,
      // A client can send anything: what is no text is no verb of ours.
      verb: typeof action.verb === 'string' ? action.verb : '',
      data: action.data,
      user: userOf(activity),
      activityId: activity.id ?? null,
      cardId: activity.replyToId ?? null,
      timeZone: activity.localTimezone ?? null,
    });
    return answer.kind === 'card'
      ? { statusCode: 200, type: cardContentType, value: { ...answer.card } }
      : // A message answer is a plain string on the wire; botbuilder's type knows only objects, so it is boxed by Object.assign.
        { statusCode: 200, type: messageContentType, value: Object(answer.text) };
  }

  protected override async handleTeamsMessagingExtensionQuery(
    context: TurnContext,
  ): Promise<MessagingExtensionResponse> {
    const activity = inboundActivity.parse(context.activity);
    const reference = referenceOf(activity, this.#clock.now());
    const asked = searchedFor(context.activity.value);
    return composeExtension(await this.#inbound.query({ ...asked, reference, user: userOf(activity) }));
  }

  async #message(context: TurnContext): Promise<void> {
    const activity = inboundActivity.parse(context.activity);
    const reference = referenceOf(activity, this.#clock.now());
    if (reference === null) return this.#log.debug('a message from a group chat was left alone');
    if (isCardAlone(activity)) return this.#log.debug('a card without a word was left alone');
    const reply = await this.#inbound.message({
      reference,
      text: activity.text ?? '',
      user: userOf(activity),
      activityId: activity.id ?? null,
      timeZone: activity.localTimezone ?? null,
    });
    if (reply === null) return;
    const attachments = [{ contentType: cardContentType, content: reply.card }];
    await sendReply(
      context,
      { type: 'message', summary: reply.summary, attachments },
      { to: reference, pace: this.#pace, clock: this.#clock },
    );
  }

  /** An upgrade's `remove-upgrade` is followed or preceded by its `add-upgrade`: it removes nothing. */
  async #installation(context: TurnContext): Promise<void> {
    const reference = referenceOf(inboundActivity.parse(context.activity), this.#clock.now());
    if (reference === null) return;
    const action: string | undefined = context.activity.action;
    if (action === 'add' || action === 'add-upgrade')
      await this.#inbound.installed(reference, action === 'add');
    else if (action === 'remove') await this.#inbound.removed(reference);
    else await this.#inbound.seen(reference);
  }

  async #conversation(context: TurnContext): Promise<void> {
    const activity = inboundActivity.parse(context.activity);
    const reference = referenceOf(activity, this.#clock.now());
    if (reference === null) return;
    const isBot = ({ id }: { id: string }): boolean => id === activity.recipient.id;
    const left = context.activity.membersRemoved?.some(isBot) ?? false;
    const came = context.activity.membersAdded?.some(isBot) ?? false;
    if (left || activity.channelData?.eventType === 'channelDeleted') await this.#inbound.removed(reference);
    else if (came && reference.kind === 'personal') await this.#inbound.installed(reference, true);
    else await this.#inbound.seen(reference);
  }
}

function userOf({ from }: InboundActivity): TeamsUser {
  return { id: from.id, aadObjectId: from.aadObjectId ?? null, name: from.name ?? null };
}
