import { configErrors } from './config-errors.ts';
import { genesysErrors } from './genesys-errors.ts';
import { outreachErrors } from './outreach-errors.ts';
import { storeErrors } from './store-errors.ts';
import { teamsErrors } from './teams-errors.ts';

/** What trying again may do: nothing bad (`safe`), nothing good (`never`), or a second message (`unknown`: look first). */
export type RetryClass = 'safe' | 'never' | 'unknown';

export interface CatalogueEntry {
  /** What happened, one sentence. */
  readonly meaning: string;
  /** What most likely brought this very code about, one sentence. */
  readonly likely: string;
  /** What a person does now: where to click or which variable to set. */
  readonly next: string;
  readonly retry: RetryClass;
}

/** All errors of the product, by stable code. A code is never reused for another meaning. */
export const catalogue = {
  ...configErrors,
  ...storeErrors,
  ...genesysErrors,
  ...teamsErrors,
  ...outreachErrors,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;
