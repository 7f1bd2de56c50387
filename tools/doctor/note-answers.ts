import type { Clock } from '../../src/clock.ts';
import type { PlatformHttp } from '../../src/genesys/platform-http.ts';

/** What the answers said of the platform itself, beside what they were asked. */
export interface AnswerNotes {
  /** By how much our clock is ahead of this host's (milliseconds, negative: behind), to about a second; null: not told. */
  aheadOf(url: string): number | null;
  /** Requests of this client in the running minute, as last told; null: never told. */
  budget(): { readonly count: number; readonly allowed: number } | null;
}

/** HTTP that remembers the `Date` and rate limit headers of what came back (inin-ratelimit-*: field reports). */
export function noteAnswers(http: PlatformHttp, clock: Clock): { http: PlatformHttp; notes: AnswerNotes } {
  const ahead = new Map<string, number>();
  let budget: { count: number; allowed: number } | null = null;
  return {
    http: {
      ...http,
      async ask(question) {
        const askedAt = clock.now();
        const answer = await http.ask(question);
        const theirs = Date.parse(answer.header('date') ?? '');
        // The header says whole seconds: on average it is half a second old.
        const ours = (askedAt + clock.now()) / 2;
        if (!Number.isNaN(theirs)) ahead.set(new URL(question.url).origin, ours - theirs - 500);
        const count = Number(answer.header('inin-ratelimit-count') ?? Number.NaN);
        const allowed = Number(answer.header('inin-ratelimit-allowed') ?? Number.NaN);
        if (Number.isFinite(count) && allowed > 0) budget = { count, allowed };
        return answer;
      },
    },
    notes: {
      aheadOf: (url) => ahead.get(new URL(url).origin) ?? null,
      budget: () => budget,
    },
  };
}
