import { type GuestAnswer, guestRefusal } from './guest-scene.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
}

/** A frame that is no request: 4020 when something it must carry is missing, 400 otherwise. */
export function refusalOfFrame(request: unknown, issues: readonly Issue[]): GuestAnswer {
  const isObject = typeof request === 'object' && request !== null && !Array.isArray(request);
  const missing = isObject && issues.some(({ path }) => isAbsent(request, path));
  return missing ? guestRefusal(4020, 'A required parameter is missing.') : guestRefusal(400, 'Bad request.');
}

function isAbsent(request: unknown, path: readonly PropertyKey[]): boolean {
  let value = request;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key);
  }
  return path.length > 0 && value === undefined;
}
