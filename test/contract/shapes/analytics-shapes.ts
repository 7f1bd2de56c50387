import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { direction, provider } from './leg-enums.ts';
import { count, id, text, time } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

/** Enums of analytics are camel case where the conversations API writes dots (facts page 4). */
const purpose = z.enum(['acd', 'agent', 'api', 'botflow', 'customer', 'external', 'user', 'workflow']);
const disconnectType = z.enum([
  'client',
  'conferenceTransfer',
  'consultTransfer',
  'dndEndpoint',
  'dndTransfer',
  'endpoint',
  'error',
  'forwardTransfer',
  'inactivity',
  'noAnswerTransfer',
  'notAvailableTransfer',
  'other',
  'peer',
  'sessionExpired',
  'spam',
  'system',
  'takeover',
  'timeout',
  'transfer',
  'transportFailure',
  'uncallable',
]);

const segment = shapeOf<Models.AnalyticsConversationSegment>()({
  segmentStart: time,
  segmentEnd: time.exactOptional(),
  segmentType: z.enum(['alert', 'contacting', 'delay', 'hold', 'interact', 'parked', 'system', 'wrapup']),
  conference: z.literal(false),
  queueId: id.exactOptional(),
  disconnectType: disconnectType.exactOptional(),
  requestedRoutingUserIds: z.array(id).exactOptional(),
  wrapUpCode: text.exactOptional(),
  wrapUpNote: text.exactOptional(),
});

const metricName =
  /^(?:nConnected|tConnected|nFlow|tFlow|tFlowExit|nOffered|tAcd|tAlert|tAnswered|tTalk|tTalkComplete|tHeld|tHeldComplete|tAgentResponseTime|nBlindTransferred|nTransferred|oMessageTurn|tAcw|tHandle|tPark|tParkComplete|tNotResponding|tAbandon|nOutbound)$/;

const session = shapeOf<Models.AnalyticsSession>()({
  sessionId: id,
  mediaType: z.literal('message'),
  messageType: z.literal('webmessaging'),
  direction,
  addressFrom: id,
  addressTo: id,
  peerId: id.exactOptional(),
  provider,
  remote: text.exactOptional(),
  authenticated: z.boolean(),
  cleared: z.boolean(),
  deliveryStatus: z
    .enum([
      'DeliveryFailed',
      'DeliveryPushed',
      'DeliverySuccess',
      'Failed',
      'Published',
      'Queued',
      'Read',
      'Received',
      'Sent',
    ])
    .exactOptional(),
  deliveryStatusChangeDate: time.exactOptional(),
  journeyCustomerId: text.exactOptional(),
  journeyCustomerIdType: z.literal('cookie').exactOptional(),
  journeyCustomerSessionId: text.exactOptional(),
  journeyCustomerSessionIdType: z.literal('web').exactOptional(),
  requestedRoutings: z.array(z.enum(['Standard', 'Last', 'Manual', 'Direct'])).exactOptional(),
  usedRouting: z.enum(['Standard', 'Last', 'Manual', 'Direct']).exactOptional(),
  selectedAgentId: id.exactOptional(),
  flowInType: text.exactOptional(),
  flow: shapeOf<Models.AnalyticsFlow>()({
    flowId: id.exactOptional(),
    flowName: text.exactOptional(),
    flowType: z.enum(['INBOUNDSHORTMESSAGE', 'INQUEUESHORTMESSAGE']).exactOptional(),
    flowVersion: text.exactOptional(),
    entryReason: text.exactOptional(),
    entryType: text.exactOptional(),
    exitReason: text.exactOptional(),
    transferTargetAddress: text.exactOptional(),
    transferTargetName: text.exactOptional(),
    transferType: z.literal('ACD').exactOptional(),
  }).exactOptional(),
  metrics: z.array(
    shapeOf<Models.AnalyticsSessionMetric>()({
      emitDate: time,
      name: z.string().regex(metricName),
      value: z.number(),
    }),
  ),
  segments: z.array(segment).min(1),
});

const participantFields = {
  participantId: id,
  participantName: text.exactOptional(),
  purpose,
  userId: id.exactOptional(),
  externalContactId: id.exactOptional(),
  sessions: z.array(session).min(1),
};
const recordFields = {
  conversationId: id,
  conversationStart: time,
  conversationEnd: time.exactOptional(),
  originatingDirection: direction,
  conversationInitiator: z.enum(['agent', 'customer']),
  customerParticipation: z.boolean(),
  divisionIds: z.array(id).min(1),
  inactivityTimeout: time.exactOptional(),
};

/** `WithoutAttributes`: what the queries answer with. */
export const record = shapeOf<Models.AnalyticsConversationWithoutAttributes>()({
  ...recordFields,
  participants: z.array(shapeOf<Models.AnalyticsParticipantWithoutAttributes>()(participantFields)).min(1),
});
/** A job's results have the participants' attributes. */
const recordWithAttributes = shapeOf<Models.AnalyticsConversation>()({
  ...recordFields,
  participants: z
    .array(
      shapeOf<Models.AnalyticsParticipant>()({
        ...participantFields,
        attributes: z.record(z.string(), z.string()),
      }),
    )
    .min(1),
});

/** `conversations` is absent when nothing was found. */
export const details = shapeOf<Models.AnalyticsConversationQueryResponse>()({
  conversations: z.array(record).min(1).exactOptional(),
  totalHits: count,
});
export const recordsById = shapeOf<Models.AnalyticsConversationWithoutAttributesMultiGetResponse>()({
  conversations: z.array(record).min(1).exactOptional(),
});

export const job = shapeOf<Models.AsyncQueryResponse>()({ jobId: id });
export const jobStatus = shapeOf<Models.AsyncQueryStatus>()({
  state: z.enum(['QUEUED', 'PENDING', 'FAILED', 'CANCELLED', 'FULFILLED', 'EXPIRED']),
  errorMessage: text.exactOptional(),
  expirationDate: time,
  submissionDate: time,
  completionDate: time.exactOptional(),
});
export const jobAvailability = shapeOf<Models.DataAvailabilityResponse>()({ dataAvailabilityDate: time });
/** No cursor on the last page. */
export const jobResults = shapeOf<Models.AnalyticsConversationAsyncQueryResponse>()({
  conversations: z.array(recordWithAttributes).min(1).exactOptional(),
  cursor: text.exactOptional(),
  dataAvailabilityDate: time,
});
