import { z } from 'zod';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { recognise } from '../../src/errors/refusals/recognise.ts';

/** What the libraries say of a token: `code` of every fault, `claim` of one that did not hold. */
const fault = z.looseObject({
  code: z.string().optional().catch(undefined),
  claim: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  cause: z.unknown().optional(),
});

/** Why a caller from Teams was turned away: a case of `teams.unauthorised`. For the log; the caller is told the general code. Pure. */
export function tokenRefusal(error: unknown): ErrorCode {
  if (error instanceof ReachbackError) return error.code;
  const read = fault.safeParse(error);
  if (!read.success) return 'teams.unauthorised';
  const { code, claim, message, cause } = read.data;
  const says = [code, claim].filter((said) => said !== undefined);
  const known = recognise({ by: 'teams-token', says, words: [message] });
  if (known !== null) return known.code;
  return cause === undefined ? 'teams.unauthorised' : tokenRefusal(cause);
}
