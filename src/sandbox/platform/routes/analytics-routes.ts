import { z } from 'zod';
import { detailsQuery } from '../../analytics/details-query.ts';
import { conversationRecord } from '../../analytics/records/conversation-record.ts';
import { runDetailsQuery } from '../../analytics/run-details-query.ts';
import type { Api } from '../api.ts';
import { checked, checkedQuery } from '../checked.ts';
import { findRecorded } from '../find-conversation.ts';
import { listParameter } from '../paged.ts';
import { notFound } from '../platform-error.ts';

/** Conversation details: the query, one conversation, and several by id. */
export function analyticsRoutes({ app, sandbox, orgOf }: Api): void {
  app.post(
    '/api/v2/analytics/conversations/details/query',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] },
        unverified: 'texts of the limits: 100 a page, 31 days, 100,000 rows',
      },
    },
    (request) => runDetailsQuery(orgOf(request), checked(detailsQuery, request.body), sandbox.now()),
  );

  app.get<{ Params: { conversationId: string } }>(
    '/api/v2/analytics/conversations/:conversationId/details',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] },
      },
    },
    (request) => {
      const org = orgOf(request);
      const found = findRecorded(org, request.params.conversationId);
      if (found === undefined) throw notFound('conversation');
      return conversationRecord(org, found.conversation, found.customer);
    },
  );

  app.get(
    '/api/v2/analytics/conversations/details',
    {
      config: {
        source: 'SDK 262',
        permissions: { any: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] },
      },
    },
    (request) => {
      const { id } = checkedQuery(z.object({ id: listParameter }), request.query);
      const org = orgOf(request);
      const conversations = id.flatMap((each) => {
        const found = findRecorded(org, each);
        return found === undefined ? [] : conversationRecord(org, found.conversation, found.customer);
      });
      return { ...(conversations.length > 0 && { conversations }) };
    },
  );
}
