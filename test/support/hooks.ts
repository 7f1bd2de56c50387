import { stopPostgres } from './postgres.ts';

/** Root hooks of every mocha run. */
export const mochaHooks = {
  async afterAll() {
    await stopPostgres();
  },
};
