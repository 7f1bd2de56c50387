import sdk, { type Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { count, id, text, time } from '../shapes/scalars.ts';
import { shapeOf } from '../shapes/shape-of.ts';
import { bySdk, type ContractCalls } from './contract-call.ts';

const audits = shapeOf<Models.AuditRealtimeQueryResultsResponse>()({
  entities: z
    .array(
      shapeOf<Models.AuditLogMessage>()({
        id,
        serviceName: text,
        eventDate: time,
        action: z.literal('session.validation.failed'),
        entity: shapeOf<Models.DomainEntityRef>()({ id }),
        entityType: text,
        status: z.literal('FAILURE'),
        context: z.record(z.string(), z.string()),
      }),
    )
    .length(1),
  pageSize: count,
  pageNumber: count,
  total: count,
  pageCount: count,
});

/** The audit log. */
export const auditCalls: ContractCalls = {
  'POST /api/v2/audits/query/realtime': bySdk(audits, ({ org, talk }) => {
    const at = Date.now() - 1000;
    org.audits.push({
      id: crypto.randomUUID(),
      at,
      action: 'session.validation.failed',
      status: 'FAILURE',
      entityType: 'CONVERSATION',
      entityId: talk().conversation.id,
      context: { reason: 'the token has expired' },
    });
    const interval = [at - 1000, at + 1000].map((each) => new Date(each).toISOString()).join('/');
    return new sdk.AuditApi().postAuditsQueryRealtime({
      interval,
      filters: [{ property: 'Action', value: 'session.validation.failed' }],
    });
  }),
};
