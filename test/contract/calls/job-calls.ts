import sdk from 'purecloud-platform-client-v2';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { job, jobAvailability, jobResults, jobStatus } from '../shapes/analytics-shapes.ts';
import { bySdk, type ContractCalls, nothing } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.AnalyticsApi => new sdk.AnalyticsApi();
const submit = () => {
  const now = Date.now();
  const interval = `${new Date(now - 4 * 86_400_000).toISOString()}/${new Date(now).toISOString()}`;
  return api().postAnalyticsConversationsDetailsJobs({ interval });
};
const newJob = async (): Promise<string> => (await submit()).jobId ?? '';
const finished = async ({ ground }: SdkScene): Promise<string> => {
  const id = await newJob();
  ground.advance(60_000);
  await waitFor(async () => (await api().getAnalyticsConversationsDetailsJob(id)).state === 'FULFILLED', {
    what: 'the job',
  });
  return id;
};

/** The asynchronous details query. */
export const jobCalls: ContractCalls = {
  'POST /api/v2/analytics/conversations/details/jobs': bySdk(job, submit),
  'GET /api/v2/analytics/conversations/details/jobs/availability': bySdk(jobAvailability, () =>
    api().getAnalyticsConversationsDetailsJobsAvailability(),
  ),
  'GET /api/v2/analytics/conversations/details/jobs/{jobId}': bySdk(jobStatus, async (scene) =>
    api().getAnalyticsConversationsDetailsJob(await finished(scene)),
  ),
  'GET /api/v2/analytics/conversations/details/jobs/{jobId}/results': bySdk(jobResults, async (scene) =>
    api().getAnalyticsConversationsDetailsJobResults(await finished(scene), { pageSize: 5 }),
  ),
  'DELETE /api/v2/analytics/conversations/details/jobs/{jobId}': bySdk(nothing, async () =>
    api().deleteAnalyticsConversationsDetailsJob(await newJob()),
  ),
};
