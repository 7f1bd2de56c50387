import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { direction, disconnectType, legState, participantState, provider, purpose } from './leg-enums.ts';
import { messageDetails } from './message-shapes.ts';
import { id, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

const address = shapeOf<Models.Address>()({ addressNormalized: text, addressRaw: text });
const attributes = z.record(z.string(), z.string());
const divisions = z.array(
  shapeOf<Models.ConversationDivisionMembership>()({
    division: shapeOf<Models.DomainEntityRef>()({ id, name: text.exactOptional(), selfUri: uri }),
    entities: z.array(z.looseObject({ id })),
  }),
);
const transferFields = {
  id,
  state: z.enum(['Pending', 'Active', 'Complete', 'Canceled', 'Failed', 'Timeout', 'Unknown']),
  dateIssued: time,
  initiator: z.strictObject({ userId: id }).exactOptional(),
  destination: z.strictObject({ userId: id.exactOptional(), address: text.exactOptional() }),
  transferType: z.enum(['Attended', 'Unattended']),
};
const recentTransfers = z.array(shapeOf<Models.TransferResponse>()(transferFields)).max(20);
const wrapup = z
  .strictObject({
    code: text,
    notes: text.exactOptional(),
    durationSeconds: z.int().min(0),
    endTime: time,
  })
  .exactOptional();
const inactivityTimeout = time.exactOptional();
const afterCallWork = {
  wrapup,
  startAcwTime: time.exactOptional(),
  endAcwTime: time.exactOptional(),
};

const legFields = {
  id,
  state: legState,
  initialState: legState,
  direction,
  disconnectType: disconnectType.exactOptional(),
  held: z.boolean(),
  provider,
  peerId: id.exactOptional(),
  fromAddress: address,
  toAddress: address,
  connectedTime: time.exactOptional(),
  disconnectedTime: time.exactOptional(),
  parkTime: time.exactOptional(),
  resumeTime: time.exactOptional(),
  type: z.literal('webmessaging'),
};
/** Here a message is `messageId`, without its address. */
const legMessage = { messageId: id, ...messageDetails };

const participantFields = {
  id,
  name: text.exactOptional(),
  connectedTime: time.exactOptional(),
  endTime: time.exactOptional(),
  purpose,
  userId: id.exactOptional(),
  queueId: id.exactOptional(),
  externalContactId: id.exactOptional(),
  ...afterCallWork,
  attributes,
};

const cobrowseFields = {
  id,
  state: participantState,
  initialState: participantState,
  disconnectType: disconnectType.exactOptional(),
  cobrowseSessionId: text,
  cobrowseRole: text,
  controlling: z.array(text),
  provider,
  connectedTime: time.exactOptional(),
  disconnectedTime: time.exactOptional(),
};

/** `GET /conversations/{id}`: flat ids, and the communicationId as the id of each leg. */
export const conversation = shapeOf<Models.Conversation>()({
  id,
  startTime: time,
  endTime: time.exactOptional(),
  participants: z
    .array(
      shapeOf<Models.Participant>()({
        ...participantFields,
        startTime: time,
        cobrowsesessions: z.array(shapeOf<Models.Cobrowsesession>()(cobrowseFields)).exactOptional(),
        messages: z
          .array(
            shapeOf<Models.Message>()({
              ...legFields,
              startAlertingTime: time.exactOptional(),
              messages: z.array(shapeOf<Models.MessageDetails>()(legMessage)),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  recordingState: z.enum(['none', 'active', 'paused']),
  recentTransfers,
  inactivityTimeout,
  divisions,
  selfUri: uri,
});

/** Its topics: no `startTime`, no `selfUri`, and no `startAlertingTime` of a leg. */
export const conversationEvent = shapeOf<Models.ConversationEventTopicConversation>()({
  id,
  participants: z
    .array(
      shapeOf<Models.ConversationEventTopicParticipant>()({
        ...participantFields,
        cobrowsesessions: z
          .array(shapeOf<Models.ConversationEventTopicCobrowse>()(cobrowseFields))
          .exactOptional(),
        messages: z.array(
          shapeOf<Models.ConversationEventTopicMessage>()({
            ...legFields,
            messages: z.array(shapeOf<Models.ConversationEventTopicMessageDetails>()(legMessage)),
          }),
        ),
      }),
    )
    .min(1),
  recentTransfers: z.array(shapeOf<Models.ConversationEventTopicTransferResponse>()(transferFields)),
  recordingState: z.enum(['none', 'active', 'paused']),
  inactivityTimeout,
  divisions: z.array(z.looseObject({ division: z.looseObject({ id }) })),
});

const named = z.strictObject({ id, name: text.exactOptional() });
const flatFields = {
  id,
  name: text.exactOptional(),
  connectedTime: time.exactOptional(),
  endTime: time.exactOptional(),
  purpose,
  state: participantState,
  direction,
  disconnectType: disconnectType.exactOptional(),
  held: z.boolean(),
  wrapupRequired: z.boolean().exactOptional(),
  wrapupPrompt: z
    .enum(['mandatory', 'optional', 'timeout', 'forcedTimeout', 'agentRequested'])
    .exactOptional(),
  ...afterCallWork,
  attributes,
  provider,
  peer: id.exactOptional(),
  parkTime: time.exactOptional(),
  resumeTime: time.exactOptional(),
  type: z.literal('webmessaging'),
};
const reference = shapeOf<Models.DomainEntityRef>()({
  id,
  name: text.exactOptional(),
  selfUri: uri.exactOptional(),
});

/** `GET /conversations/messages/{id}`: nested ids, one entry a participant, no communicationId. */
export const messageConversation = shapeOf<Models.MessageConversation>()({
  id,
  participants: z
    .array(
      shapeOf<Models.MessageMediaParticipant>()({
        ...flatFields,
        startTime: time,
        startAlertingTime: time.exactOptional(),
        user: reference.exactOptional(),
        queue: reference.exactOptional(),
        externalContact: reference.exactOptional(),
        fromAddress: address,
        toAddress: address,
        authenticated: z.boolean(),
        messages: z.array(shapeOf<Models.MessageDetails>()({ messageURI: uri, ...legMessage })),
      }),
    )
    .min(1),
  otherMediaUris: z.array(text),
  recentTransfers,
  inactivityTimeout,
  divisions,
  selfUri: uri,
});

/** Its topics: `message.id` instead of `messageId`, no `startTime`, no addresses, no `selfUri`. */
export const messageConversationEvent = shapeOf<Models.ConversationMessageEventTopicMessageConversation>()({
  id,
  participants: z
    .array(
      shapeOf<Models.ConversationMessageEventTopicMessageMediaParticipant>()({
        ...flatFields,
        initialState: participantState.exactOptional(),
        user: named.exactOptional(),
        queue: named.exactOptional(),
        externalContact: named.exactOptional(),
        messages: z.array(
          shapeOf<Models.ConversationMessageEventTopicMessageDetails>()({
            message: z.strictObject({ id }),
            ...messageDetails,
          }),
        ),
      }),
    )
    .min(1),
  otherMediaUris: z.array(text),
  inactivityTimeout,
  divisions: z.array(z.looseObject({ division: z.looseObject({ id }) })),
});

export const undeliveredEvent =
  shapeOf<Models.V2WebMessagingUndeliveredMessageTopicWebMessagingUndeliveredMessageEventBody>()({
    conversationId: id,
    deploymentId: id,
    participantId: id,
    externalContactId: id.exactOptional(),
    communicationId: id,
    sessionExpiry: z.int().positive(),
    messages: z.array(z.strictObject({ id, eventTimeMs: z.int().positive() })).min(1),
    eventTimeMs: z.int().positive(),
  });

export const threadingWindow = shapeOf<Models.ConversationThreadingWindow>()({
  id: text.exactOptional(),
  settings: z.array(
    shapeOf<Models.ConversationThreadingWindowSetting>()({
      messengerType: text,
      timeoutInMinutes: z.int().min(0).max(4320),
    }),
  ),
  defaultTimeoutMinutes: z.literal(4320),
});
