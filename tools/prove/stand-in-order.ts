import type { PreloadOrder } from './preload/preload-order.ts';
import { protections } from './protections.ts';

/** What takes the protection of this name out of the program; nothing for null. Throws when there is none called so. */
export function standInOrder(without: string | null): PreloadOrder {
  if (without === null) return {};
  const protection = protections.find(({ name }) => name === without);
  if (protection === undefined) throw new Error(`there is no protection called ${without}`);
  return {
    instead: {
      module: new URL(`../../${protection.instead}`, import.meta.url).href,
      standIn: new URL(`./without/${without}.ts`, import.meta.url).href,
    },
  };
}
