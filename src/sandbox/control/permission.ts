import { z } from 'zod';

/** A permission as the platform writes it. */
export const permission = z.string().regex(/^\w+:\w+:\w+$/, 'a permission is domain:entity:action');
