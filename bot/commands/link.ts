import { ReachbackError } from '../../src/errors/reachback-error.ts';
import type { LinkDesk, LinkParty } from '../links/link-desk.ts';
import { type Words, wordsOf } from '../locales/words.ts';
import type { Command } from './command.ts';
import { noticeReply } from './notice-reply.ts';
import { saidAddress } from './said-address.ts';

/** Alone: which Genesys agent one is, and why. With an e-mail address: asks supervisors to confirm that one is that agent. */
export const link: Command = async ({ rest, reference, locale, user, linkDesk, person }) => {
  const party = { user, reference, person: await person() };
  if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  const words = wordsOf(locale);
  const lines =
    rest.trim() === '' ? await present(linkDesk, party, words) : [await asked(linkDesk, party, rest, words)];
  return noticeReply({ title: words('link.title'), lines, tone: 'plain' }, locale);
};

async function present(desk: LinkDesk, party: LinkParty, words: Words): Promise<string[]> {
  const { link, asked } = await desk.present(party);
  const { agent } = party.person;
  const now =
    agent === null
      ? words('link.present.none')
      : link?.agentId === agent.agentId
        ? words('link.present.linked', { agent: agent.name, person: link.by })
        : words('link.present.email', { agent: agent.name });
  return [
    now,
    ...(asked === null ? [] : [words('link.present.asked', { agent: asked.agent.name })]),
    words('link.how'),
  ];
}

async function asked(desk: LinkDesk, party: LinkParty, rest: string, words: Words): Promise<string> {
  const { agent } = await desk.ask(party, saidAddress(rest));
  return words('link.asked', { agent: agent.name, email: agent.email });
}
