import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { signingIn } from './signing-in.ts';

/** Ends an agent's own sign-in, here and at Genesys Cloud. */
export const signOut: Command = async ({ reference, user, locale, journeys, person }) => {
  const { asking } = signingIn(reference, user, await person());
  const words = wordsOf(locale);
  const wasIn = await journeys.signIns.signOut(asking);
  const line = words(wasIn ? 'sign-out.done' : 'sign-out.nothing');
  return noticeReply(
    { title: words('sign-out.title'), lines: [line], tone: wasIn ? 'good' : 'plain' },
    locale,
  );
};
