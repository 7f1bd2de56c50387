import { ReachbackError } from '../../src/errors/reachback-error.ts';
import { candidatesReply } from './candidates-reply.ts';
import type { Command } from './command.ts';

/** Whom the asking agent may write to now; in their personal chat, for it is theirs alone. */
export const candidates: Command = async ({ reference, locale, journeys, person }) => {
  const asking = await person();
  if (asking.agent === null) throw new ReachbackError('teams.person-unknown');
  if (reference.kind !== 'personal') throw new ReachbackError('teams.own-chat-only');
  return candidatesReply(asking, journeys, locale);
};
