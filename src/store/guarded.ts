import { storeError } from './store-error.ts';

/** Runs a piece of store work; whatever the engine throws leaves as a coded error. */
export async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw storeError(cause);
  }
}
