import { z } from 'zod';

/** Enums of message conversations (facts page 4 and 5). */
export const purpose = z.enum([
  'acd',
  'agent',
  'api',
  'bot',
  'botflow',
  'customer',
  'external',
  'ivr',
  'user',
  'workflow',
]);
export const direction = z.enum(['inbound', 'outbound']);
export const legState = z.enum(['alerting', 'connected', 'disconnected', 'parked']);
export const participantState = z.enum([
  'alerting',
  'dialing',
  'contacting',
  'offering',
  'connected',
  'disconnected',
  'terminated',
  'converting',
  'uploading',
  'transmitting',
  'parked',
  'none',
]);
export const disconnectType = z.enum([
  'endpoint',
  'endpoint.donotdisturb',
  'client',
  'system',
  'transfer',
  'transfer.conference',
  'transfer.consult',
  'transfer.donotdisturb',
  'transfer.forward',
  'transfer.noanswer',
  'transfer.notavailable',
  'transport.failure',
  'error',
  'peer',
  'other',
  'spam',
  'inactivity',
  'session.expired',
  'takeover',
]);
export const messageStatus = z.enum([
  'queued',
  'sent',
  'failed',
  'received',
  'delivery-success',
  'delivery-failed',
  'read',
  'removed',
  'published',
]);
export const provider = z.literal('PureCloud Messaging');
