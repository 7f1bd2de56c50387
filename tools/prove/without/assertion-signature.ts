import { decodeJwt } from 'jose';
import { assertionVerdict } from '../../../src/journeys/widget/assertion-verdict.ts';
import type {
  CheckAssertion,
  createCheckAssertion as kept,
} from '../../../src/journeys/widget/check-assertion.ts';
import { refuse } from '../../../src/journeys/widget/refuse.ts';

/** What an assertion claims is believed whoever signed it. */
export function createCheckAssertion({ audience, issuer, now }: Parameters<typeof kept>[0]): CheckAssertion {
  return async (token) => {
    const verdict = assertionVerdict(payloadOf(token), now(), { audience, issuer });
    if (typeof verdict === 'string') throw refuse(verdict);
    return verdict;
  };
}

function payloadOf(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}
