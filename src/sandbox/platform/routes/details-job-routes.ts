import { z } from 'zod';
import { createDetailsJobs } from '../../analytics/details-jobs.ts';
import { detailsJob } from '../../analytics/details-query.ts';
import { isoTime } from '../../iso-time.ts';
import type { Api } from '../api.ts';
import { checked, checkedQuery } from '../checked.ts';

const page = z.object({
  cursor: z.string().optional(),
  pageSize: z.coerce.number().int().min(1).max(10_000).default(1000),
});

interface OfJob {
  Params: { jobId: string };
}

const path = '/api/v2/analytics/conversations/details/jobs';

/** The asynchronous details query: submit, look, fetch page by page. It matches by activity, of data that is hours old. */
export function detailsJobRoutes({ app, sandbox, orgOf }: Api): void {
  const jobs = createDetailsJobs(sandbox);
  const config = {
    source: 'SDK 262',
    permissions: { all: ['analytics:conversationDetail:view'] },
    unverified: 'its permission, how long a job takes, a page of 1,000 by default',
  } as const;

  app.post(path, { config }, (request, reply) =>
    reply.code(202).send(jobs.submit(orgOf(request), checked(detailsJob, request.body))),
  );

  app.get(`${path}/availability`, { config }, (request) => ({
    dataAvailabilityDate: isoTime(jobs.availableUntil(orgOf(request))),
  }));

  app.get<OfJob>(`${path}/:jobId`, { config }, (request) =>
    jobs.status(orgOf(request), request.params.jobId),
  );

  app.delete<OfJob>(`${path}/:jobId`, { config }, (request, reply) => {
    jobs.cancel(orgOf(request), request.params.jobId);
    return reply.code(204).send();
  });

  app.get<OfJob>(`${path}/:jobId/results`, { config }, (request) =>
    jobs.results(orgOf(request), request.params.jobId, checkedQuery(page, request.query)),
  );
}
