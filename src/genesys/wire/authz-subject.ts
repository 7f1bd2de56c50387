import { z } from 'zod';

const policy = z.object({
  domain: z.string(),
  /** `*` for every kind of thing of the domain. */
  entityName: z.string().nullish(),
  /** `*` for everything that can be done. */
  actions: z.array(z.string()).nullish(),
});

/**
 * AuthzSubject (SDK 262), as far as we need it. `policies` is optional there, and a role without them tells nothing: a
 * newer platform may write roles out only when asked to (`includeFullRoles`, in no SDK yet).
 */
export const authzSubject = z.object({
  grants: z.array(z.object({ role: z.object({ policies: z.array(policy).nullish() }).nullish() })).nullish(),
});
