interface Page<T> {
  readonly entities: readonly T[];
  readonly pageCount?: number | null | undefined;
  readonly nextUri?: string | null | undefined;
}

/** No listing of ours is longer; a server that always names a next page must not keep us for ever. */
const mostPages = 1_000;

/** All entities of a paged listing, page after page; `fetchPage` takes the page number, from 1. */
export async function allPages<T>(fetchPage: (pageNumber: number) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let pageNumber = 1; pageNumber <= mostPages; pageNumber += 1) {
    const { entities, pageCount, nextUri } = await fetchPage(pageNumber);
    all.push(...entities);
    const more = typeof pageCount === 'number' ? pageNumber < pageCount : typeof nextUri === 'string';
    if (!more || entities.length === 0) break;
  }
  return all;
}
