import { z } from 'zod';

/** Query parameters of a paged list. unverified: some lists allow up to 500 a page; 100 is the strict reading. */
export const paging = z.object({
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  pageNumber: z.coerce.number().int().min(1).default(1),
});

/** One page in the platform's envelope; `nextUri` is absent on the last page, `previousUri` on the first. */
export function paged<Entity>(
  all: readonly Entity[],
  { pageSize, pageNumber }: z.output<typeof paging>,
  path: string,
) {
  const pageCount = Math.ceil(all.length / pageSize);
  const uri = (page: number) => `${path}?pageSize=${pageSize}&pageNumber=${page}`;
  return {
    entities: all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    pageSize,
    pageNumber,
    total: all.length,
    firstUri: uri(1),
    selfUri: uri(pageNumber),
    ...(pageNumber < pageCount && { nextUri: uri(pageNumber + 1) }),
    ...(pageNumber > 1 && { previousUri: uri(pageNumber - 1) }),
    lastUri: uri(Math.max(1, pageCount)),
    pageCount,
  };
}

/** A list parameter, written `a,b` or repeated. */
export const listParameter = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) =>
    [given ?? []]
      .flat()
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  );
