import { isoTime } from '../../iso-time.ts';
import type { Leg } from '../../world/leg.ts';

/** `parkTime` and `resumeTime` while a leg is parked. */
export function parkTimes({ state, parks }: Leg) {
  const park = parks?.at(-1);
  if (state !== 'parked' || park === undefined) return {};
  return {
    parkTime: isoTime(park.from),
    ...(park.resumeAt !== undefined && { resumeTime: isoTime(park.resumeAt) }),
  };
}

/** The after-call work of an agent as its participant carries it. */
export function wrapUpView({ wrapUp }: Leg) {
  if (wrapUp === undefined) return {};
  const { from, to, code, note } = wrapUp;
  return {
    startAcwTime: isoTime(from),
    ...(to !== undefined && { endAcwTime: isoTime(to) }),
    ...(to !== undefined &&
      code !== undefined && {
        wrapup: {
          code,
          ...(note !== undefined && { notes: note }),
          durationSeconds: Math.round((to - from) / 1000),
          endTime: isoTime(to),
        },
      }),
  };
}
