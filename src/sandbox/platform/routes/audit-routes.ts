import { z } from 'zod';
import { isoTime } from '../../iso-time.ts';
import type { AuditEntry } from '../../world/audit-entry.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';
import { badRequest } from '../platform-error.ts';

const filterable = ['Action', 'EntityType', 'EntityId', 'Status'] as const;

const body = z.strictObject({
  interval: z.string(),
  serviceName: z.string().optional(),
  filters: z
    .array(z.strictObject({ property: z.enum(filterable), value: z.string() }))
    .max(20)
    .default([]),
  sort: z
    .array(z.strictObject({ name: z.literal('Timestamp'), sortOrder: z.enum(['ascending', 'descending']) }))
    .max(1)
    .default([]),
  pageNumber: z.int().min(1).max(1000).default(1),
  pageSize: z.int().min(1).max(100).default(25),
});

/** What the sandbox writes into audit logs is of this service (unverified: which one the platform would name). */
const serviceName = 'Messaging';

/** The organisation's audit log of a time, newest first unless asked otherwise. */
export function auditRoutes({ app, orgOf }: Api): void {
  app.post(
    '/api/v2/audits/query/realtime',
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['audits:audit:view'] },
        unverified:
          'the permission; the service and the action of a refused session; other properties to filter by are refused',
      },
    },
    (request) => {
      const ask = checked(body, request.body);
      const [from, to] = ask.interval.split('/').map((part) => Date.parse(part));
      if (from === undefined || to === undefined || Number.isNaN(from + to) || from > to) {
        throw badRequest('The interval must be two ISO-8601 times with a slash between them.');
      }
      const read = {
        Action: ({ action }: AuditEntry) => action,
        EntityType: ({ entityType }: AuditEntry) => entityType,
        EntityId: ({ entityId }: AuditEntry) => entityId,
        Status: ({ status }: AuditEntry) => status,
      };
      const found = orgOf(request)
        .audits.filter(({ at }) => at >= from && at < to)
        .filter((entry) => ask.filters.every(({ property, value }) => read[property](entry) === value))
        .filter(() => ask.serviceName === undefined || ask.serviceName === serviceName);
      if (ask.sort[0]?.sortOrder !== 'ascending') found.reverse();
      const { pageNumber, pageSize } = ask;
      return {
        entities: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map(auditView),
        pageSize,
        pageNumber,
        total: found.length,
        pageCount: Math.ceil(found.length / pageSize),
      };
    },
  );
}

function auditView({ id, at, action, status, entityType, entityId, context }: AuditEntry) {
  return {
    id,
    serviceName,
    eventDate: isoTime(at),
    action,
    entity: { id: entityId },
    entityType,
    status,
    context,
  };
}
