import type { Passed } from '../between/platform-proxy.ts';

/** A Retry-After that can be obeyed: whole seconds, no more than the five minutes the program waits at the longest. */
const obeyable = /^[1-9]\d{0,2}$/;
const longestSeconds = 300;

/** An answer takes this long to reach the program, a request that had left before to reach us; milliseconds of this computer. */
const onTheWireMs = 60;

/**
 * How many calls were made although the platform had said, by a Retry-After that can be obeyed, that it was too early. Given in
 * the order they were asked, with times of this computer, where the program's run `times` as fast. Pure.
 */
export function earlyCalls(calls: readonly Passed[], times: number): Passed[] {
  const early: Passed[] = [];
  let answers: { readonly from: number; readonly until: number }[] = [];
  const silences = calls
    .filter(({ status, retryAfter = '' }) => status === 429 && obeyable.test(retryAfter))
    .filter(({ retryAfter }) => Number(retryAfter) <= longestSeconds)
    .map(({ answeredAt, retryAfter }) => ({
      from: answeredAt + onTheWireMs,
      until: answeredAt + (Number(retryAfter) * 1_000) / times,
    }))
    .toSorted((one, other) => one.from - other.from);
  for (const call of calls.toSorted((one, other) => one.askedAt - other.askedAt)) {
    while (silences[0] !== undefined && silences[0].from <= call.askedAt)
      answers.push(...silences.splice(0, 1));
    answers = answers.filter(({ until }) => until > call.askedAt);
    if (answers.length > 0) early.push(call);
  }
  return early;
}
