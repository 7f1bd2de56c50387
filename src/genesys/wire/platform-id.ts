import { z } from 'zod';

/**
 * An id the platform makes, of a deployment or an external contact: always a UUID (SDK 262; real exchanges). What is none was spoilt on the
 * way, and would make another person of a customer who has been written to.
 */
export const platformId = z.guid();

/** Whether this can be such an id. */
export function isPlatformId(text: string): boolean {
  return platformId.safeParse(text).success;
}
