import { signInCard } from '../cards/sign-in-card.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { signingIn } from './signing-in.ts';

/** A link for an agent to sign in to Genesys Cloud as themselves; in their personal chat only. */
export const signIn: Command = async ({ reference, user, locale, journeys, person }) => {
  const { asking, agent } = signingIn(reference, user, await person());
  const { signIns } = journeys;
  const view = {
    agentName: agent.name,
    address: signIns.link(asking),
    isSignedIn: signIns.isSignedIn(asking),
  };
  return { card: signInCard(view, locale), summary: wordsOf(locale)('sign-in.title') };
};
