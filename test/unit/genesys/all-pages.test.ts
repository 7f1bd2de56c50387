import { deepEqual, equal } from 'node:assert/strict';
import { allPages } from '../../../src/genesys/all-pages.ts';
import { inChunks } from '../../../src/genesys/in-chunks.ts';

describe('allPages', () => {
  const pages = [[1, 2], [3, 4], [5]];

  it('reads as many pages as are counted', async () =>
    deepEqual(
      await allPages(async (pageNumber) => ({ entities: pages[pageNumber - 1] ?? [], pageCount: 3 })),
      [1, 2, 3, 4, 5],
    ));

  it('goes by nextUri when pages are not counted', async () =>
    deepEqual(
      await allPages(async (pageNumber) => ({
        entities: pages[pageNumber - 1] ?? [],
        ...(pageNumber < 3 ? { nextUri: '/next' } : {}),
      })),
      [1, 2, 3, 4, 5],
    ));

  it('ends at an empty page whatever is claimed', async () => {
    let asked = 0;
    const all = await allPages(async () => {
      asked += 1;
      return { entities: asked === 1 ? [1] : [], pageCount: 1_000_000, nextUri: '/next' };
    });
    deepEqual(all, [1]);
    equal(asked, 2);
  });
});

describe('inChunks', () => {
  it('keeps order and leaves nothing out', () => {
    deepEqual(inChunks([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
    deepEqual(inChunks([], 2), []);
  });
});
