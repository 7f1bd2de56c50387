import type { Logger } from 'pino';
import { isCaseOf } from '../../src/errors/is-case-of.ts';
import type { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { SignIns } from '../../src/journeys/replying/replying.ts';
import { codedError } from '../coded-error.ts';
import type { Locale } from '../locales/locale.ts';
import { preferredLocale } from '../locales/preferred-locale.ts';
import type { Page } from '../server.ts';
import { type SignedInView, signedInPage } from './signed-in-page.ts';

/**
 * Answers a browser that comes back from Genesys Cloud's sign-in, always: with a page that says who is signed in, or why nobody is and what
 * to do. Neither code nor state goes into a log.
 */
export async function answerSignedIn(
  back: { readonly state: string | null; readonly code: string | null; readonly acceptLanguage: string },
  parts: { readonly signIns: Pick<SignIns, 'finish'>; readonly language: Locale; readonly log: Logger },
): Promise<Page> {
  const { state, code, acceptLanguage } = back;
  const { signIns, language, log } = parts;
  const locale = preferredLocale(acceptLanguage) ?? language;
  try {
    const { agentName } = await signIns.finish({ state, code });
    return signedInPage({ agentName }, locale);
  } catch (cause) {
    const error = codedError(cause, 'genesys.refused');
    log.warn({ code: error.code, facts: error.facts }, 'somebody came back from signing in and was not');
    return signedInPage({ problem: problemOf(error), code: error.code }, locale);
  }
}

const told = {
  'reply.sign-in.link-spent': 'link-spent',
  'reply.sign-in.cancelled': 'cancelled',
  'reply.sign-in.code-refused': 'code-refused',
  'reply.sign-in.client-refused': 'client-refused',
  'reply.sign-in.other-person': 'other-person',
  'reply.sign-in.not-set-up': 'not-set-up',
} as const;

function problemOf({ code }: ReachbackError): Extract<SignedInView, { problem: unknown }>['problem'] {
  const own = Object.entries(told).find(([known]) => known === code)?.[1];
  if (own !== undefined) return own;
  // The code was good and `GET /users/me` was refused: no person the platform knows.
  return isCaseOf(code, 'genesys.refused') ? 'code-refused' : 'unanswered';
}
