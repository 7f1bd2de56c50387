import { equal, rejects } from 'node:assert/strict';
import type { ErrorCode } from '../../../../src/errors/catalogue.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import { offersExternalMessages } from '../../../../src/genesys/endpoints/offers-external-messages.ts';

describe('offersExternalMessages', () => {
  const asked = (code: ErrorCode, status: number) =>
    offersExternalMessages(() => Promise.reject(new ReachbackError(code, { facts: { status } })));

  it('goes by the answer to an empty message', async () => {
    equal(await asked('genesys.refused', 400), true);
    equal(await asked('genesys.not-found', 404), false);
    equal(await asked('genesys.refused', 405), false);
  });

  it('does without an endpoint that is not permitted: the way by external contact must not wait for it', async () => {
    equal(await asked('genesys.permission-missing', 403), false);
    equal(await asked('genesys.refused', 403), false);
  });

  it('throws when there is no answer to go by', async () => {
    await rejects(asked('genesys.server-error', 500), { code: 'genesys.server-error' });
    await rejects(asked('genesys.throttled', 429), { code: 'genesys.throttled' });
  });
});
