import { type ZodType, z } from 'zod';

/** A page of entities (SDK 262 `…EntityListing`); `nextUri` is absent on the last one. */
export function page<T>(entity: ZodType<T>) {
  return z.object({
    entities: z
      .array(entity)
      .nullish()
      .transform((entities) => entities ?? []),
    pageCount: z.number().nullish(),
    nextUri: z.string().nullish(),
  });
}
