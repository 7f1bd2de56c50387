import { z } from 'zod';

/** Of UUID form; the Training presence's is no proper one. */
export const id = z.guid();
/** ISO-8601 in UTC, as the platform writes times. */
export const time = z.iso.datetime();
/** A path of the API, never an absolute address. */
export const uri = z.string().regex(/^\/api\/v2\/\S+$/);
export const text = z.string().min(1);
export const count = z.int().min(0);
/** A list of this model that is always empty in the sandbox. */
export const none = z.array(z.never()).max(0);
