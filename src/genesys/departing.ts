import type { Departure } from './departure.ts';
import type { PlatformCall } from './platform-call.ts';

/** The same way to the platform for one request whose leaving is written down. */
export function departing(call: PlatformCall, departure: Departure): PlatformCall {
  return (request) => call({ ...request, departure });
}
