import { isoTime } from '../iso-time.ts';
import { badRequest, notFound } from '../platform/platform-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Conversation } from '../world/conversation.ts';
import type { Org } from '../world/org.ts';
import type { DetailsJob } from './details-query.ts';
import { activeThen, startedThen } from './find-conversations.ts';
import { conversationRecord } from './records/conversation-record.ts';

interface Job {
  readonly orgId: string;
  readonly submittedAt: number;
  /** Epoch ms; what it found is settled then. */
  readonly dueAt: number;
  completedAt?: number;
  found?: readonly Conversation[];
  cancelled?: true;
}

const life = 24 * 3600 * 1000;

/** The asynchronous details queries of all organisations, in memory: a restart forgets them. */
export function createDetailsJobs({ now, newId, later }: Pick<Sandbox, 'now' | 'newId' | 'later'>) {
  const jobs = new Map<string, Job>();
  const jobOf = (org: Org, jobId: string): Job => {
    const job = jobs.get(jobId);
    if (job?.orgId !== org.id) throw notFound('job');
    return job;
  };
  const stateOf = ({ cancelled, completedAt, submittedAt, dueAt }: Job) => {
    if (cancelled) return 'CANCELLED';
    if (now() >= submittedAt + life) return 'EXPIRED';
    if (completedAt !== undefined) return 'FULFILLED';
    return now() - submittedAt < (dueAt - submittedAt) / 2 ? 'QUEUED' : 'PENDING';
  };
  /** The data lake is hours behind. */
  const availableUntil = (org: Org): number => now() - org.rules.jobLagMinutes * 60_000;

  return {
    availableUntil,

    submit(org: Org, ask: DetailsJob): { jobId: string } {
      const jobId = newId();
      const wait = org.rules.jobSeconds * 1000;
      const job: Job = { orgId: org.id, submittedAt: now(), dueAt: now() + wait };
      jobs.set(jobId, job);
      later(wait, () => {
        const until = availableUntil(org);
        const known = ask.startOfDayIntervalMatching
          ? startedThen(org, ask, until)
          : activeThen(org, ask, now()).filter(({ startedAt }) => startedAt <= until);
        job.found = ask.limit === undefined ? known : known.slice(0, ask.limit);
        job.completedAt = now();
      });
      return { jobId };
    },

    status(org: Org, jobId: string) {
      const job = jobOf(org, jobId);
      return {
        state: stateOf(job),
        submissionDate: isoTime(job.submittedAt),
        expirationDate: isoTime(job.submittedAt + life),
        ...(job.completedAt !== undefined && { completionDate: isoTime(job.completedAt) }),
      };
    },

    cancel(org: Org, jobId: string): void {
      jobOf(org, jobId).cancelled = true;
    },

    /** One page; no cursor goes with the last. unverified: code and text before the job is done, and for a foreign cursor. */
    results(
      org: Org,
      jobId: string,
      { cursor, pageSize }: { cursor?: string | undefined; pageSize: number },
    ) {
      const job = jobOf(org, jobId);
      if (stateOf(job) !== 'FULFILLED' || job.found === undefined)
        throw badRequest('The job is not fulfilled.');
      const from = cursor === undefined ? 0 : positionIn(cursor);
      if (from === undefined || from > job.found.length) throw badRequest('The cursor is not valid.');
      const page = job.found.slice(from, from + pageSize).flatMap((conversation) => {
        const customer = org.customers.get(conversation.customerId);
        return customer === undefined
          ? []
          : conversationRecord(org, conversation, customer, { withAttributes: true });
      });
      const next = from + pageSize;
      return {
        ...(page.length > 0 && { conversations: page }),
        ...(next < job.found.length && { cursor: Buffer.from(`at ${next}`).toString('base64url') }),
        dataAvailabilityDate: isoTime(availableUntil(org)),
      };
    },
  };
}

function positionIn(cursor: string): number | undefined {
  const match = /^at (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match === null ? undefined : Number(match[1]);
}
