import type { PreloadOrder } from '../preload/preload-order.ts';
import { protections } from '../protections.ts';

const root = new URL('../../../', import.meta.url);

/** What the preload must do so that the program lives without a protection. Throws when there is none of this name. */
export function takeOut(name: string | null): Pick<PreloadOrder, 'instead'> {
  if (name === null) return {};
  const found = protections.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no protection "${name}".`);
  return {
    instead: {
      module: new URL(found.instead, root).href,
      standIn: new URL(`../without/${name}.ts`, import.meta.url).href,
    },
  };
}
