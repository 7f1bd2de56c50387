import type { Passed } from '../between/platform-proxy.ts';

/** A Retry-After that can be obeyed: whole seconds, no more than the five minutes the program waits at the longest. */
const obeyable = /^[1-9]\d{0,2}$/;
const longestSeconds = 300;

/** A call may have left while the refusal was still unread, for as long as this; milliseconds of this computer. */
const unreadMs = 1_000;
/** On the connection that carried the refusal none can, for an answer is read before the next request is written. */
const unreadOnSameMs = 20;

interface Silence {
  readonly connection: number;
  readonly toldAt: number;
  readonly until: number;
}

export interface EarlyCall {
  readonly call: Passed;
  /** After the refusal was told, milliseconds of this computer. */
  readonly afterMs: number;
  readonly sameConnection: boolean;
}

/**
 * The calls made although the platform had said, by a Retry-After that can be obeyed, that it was too early. Times are those of
 * this computer, where the program's run `times` as fast. Pure.
 */
export function earlyCalls(calls: readonly Passed[], times: number): EarlyCall[] {
  const silences = calls.flatMap(({ status, retryAfter = '', answeredAt, connection }): Silence[] => {
    const seconds = obeyable.test(retryAfter) ? Number(retryAfter) : Number.POSITIVE_INFINITY;
    if (status !== 429 || seconds > longestSeconds) return [];
    return [{ connection, toldAt: answeredAt, until: answeredAt + (seconds * 1_000) / times }];
  });
  return calls.flatMap((call): EarlyCall[] => {
    const { askedAt, connection } = call;
    const broken = silences.find(
      ({ toldAt, until, connection: told }) =>
        askedAt < until && askedAt > toldAt + (connection === told ? unreadOnSameMs : unreadMs),
    );
    if (broken === undefined) return [];
    return [{ call, afterMs: askedAt - broken.toldAt, sameConnection: connection === broken.connection }];
  });
}
