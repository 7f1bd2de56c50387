import { z } from 'zod';

/** Query parameters of a paged list. unverified: some lists allow up to 500 a page; 100 is the strict reading. */
export const paging = z.object({
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  pageNumber: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

type Paging = z.output<typeof paging>;

/**
 * One page in the platform's envelope; `nextUri` is absent on the last page, `previousUri` on the first. Their paths
 * carry the filters of the request they answer, whose `url` is given.
 */
export function paged<Entity>(all: readonly Entity[], { pageSize, pageNumber }: Paging, url: string) {
  const pageCount = Math.ceil(all.length / pageSize);
  const uri = (page: number): string => pageUri(url, { pageSize, pageNumber: page });
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

function pageUri(url: string, { pageSize, pageNumber }: Paging): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = new URLSearchParams(query);
  kept.delete('pageSize');
  kept.delete('pageNumber');
  const rest = kept.toString();
  return `${path}?pageSize=${pageSize}&pageNumber=${pageNumber}${rest === '' ? '' : `&${rest}`}`;
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

/** A list parameter of these values only. */
export function listOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return listParameter.pipe(z.array(z.enum(values)));
}
