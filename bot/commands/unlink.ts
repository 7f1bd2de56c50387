import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';

/** Ends one's own link to a Genesys agent, and takes an open request back. */
export const unlink: Command = async ({ reference, locale, user, linkDesk, person }) => {
  const party = { user, reference, person: await person() };
  if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  const { link, ask } = await linkDesk.remove(party);
  const words = wordsOf(locale);
  const done = [
    ...(link === null ? [] : [words('link.removed', { agent: link.agentName })]),
    ...(ask === null ? [] : [words('link.withdrawn', { agent: ask.agent.name })]),
  ];
  const lines = done.length === 0 ? [words('link.nothing')] : done;
  return noticeReply({ title: words('link.title'), lines, tone: 'plain' }, locale);
};
