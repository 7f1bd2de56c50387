import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { saidAddress } from './said-address.ts';

/** Ends one's own link to a Genesys agent and takes an open request back; with an e-mail address, a supervisor does so for that person. */
export const unlink: Command = async ({ rest, reference, locale, user, linkDesk, person }) => {
  const party = { user, reference, person: await person() };
  if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  const email = saidAddress(rest);
  const { link, ask } = email === '' ? await linkDesk.remove(party) : await linkDesk.removeOf(party, email);
  const words = wordsOf(locale);
  const done = [
    ...(link === null ? [] : [words('link.removed', { agent: link.agentName })]),
    ...(ask === null ? [] : [words('link.withdrawn', { agent: ask.agent.name })]),
  ];
  const lines = done.length === 0 ? [words('link.nothing')] : done;
  return noticeReply({ title: words('link.title'), lines, tone: 'plain' }, locale);
};
