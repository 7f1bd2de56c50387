import { z } from 'zod';
import { isLoopback } from '../../../config/is-loopback.ts';
import { partnerVariable } from './partner-variable.ts';
import { type PartnerGround, readWrittenPartner, type WrongField } from './written-partner.ts';

const channelInTeams = /^19:[\w.-]+@thread\.(?:tacv2|skype|v2)$/;

/** PostgreSQL keeps no NUL in a text, and a name with lines of its own could write what nobody said into a transcript. */
const oneLine = z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'is not one line of plain text');

const ofVariable = z.templateLiteral(['env:', z.string().regex(partnerVariable)]).optional();

/** What may not come from Teams, though the file may say it. */
const fromTeams = z.looseObject({
  apiUrl: z.undefined({ error: 'is only for the file' }).optional(),
  loginUrl: z.undefined({ error: 'is only for the file' }).optional(),
  name: oneLine.optional(),
  clientId: oneLine.optional(),
  // A part of a path: dots alone would lead elsewhere.
  integrationId: z
    .string()
    .regex(/^[\w-]+$/, 'is not letters, digits and hyphens')
    .optional(),
  queues: z.array(oneLine).optional(),
  clientSecret: ofVariable,
  webhookToken: ofVariable,
  sessionKey: ofVariable,
  teamsConversation: z.string().regex(channelInTeams, 'is no channel of Teams').optional(),
  ticketUrl: z.string().optional(),
});

export interface RegisteringGround extends PartnerGround {
  /** On the sandbox the partner’s Reachback may be on this computer. */
  readonly sandbox: boolean;
}

/** A partner as it is registered in Teams: what holds of the file holds of it, and less is allowed. Pure. */
export function readRegistered(
  given: unknown,
  ground: RegisteringGround,
): ReturnType<typeof readWrittenPartner> {
  const read = readWrittenPartner(given, ground);
  const strict = fromTeams.safeParse(given);
  const more: WrongField[] = strict.success
    ? addressOf(strict.data.ticketUrl, ground)
    : strict.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        wrong: /^is /.test(message) ? message : 'is no variable that begins with PARTNER_',
      }));
  if ('partner' in read) return more.length === 0 ? read : { wrong: more };
  const told = new Set(more.map(({ field }) => field));
  return { wrong: [...read.wrong.filter(({ field }) => !told.has(field)), ...more] };
}

/** Where whoever fills the form says, this program posts: not into this computer or by number into its network. */
function addressOf(url: string | undefined, { sandbox }: RegisteringGround): WrongField[] {
  if (url === undefined || sandbox || !URL.canParse(url)) return [];
  // A dot at the end changes nothing about a name.
  const hostname = new URL(url).hostname.replace(/\.+$/, '');
  // No request is made of such a one, and the name may be a token.
  const { username, password } = new URL(url);
  if (username !== '' && password === '') return [{ field: 'ticketUrl', wrong: 'is with a user name in it' }];
  const byNumber = /^[\d.]+$|^\[/.test(hostname);
  const named = hostname.includes('.') && !hostname.endsWith('.localhost');
  if (!byNumber && named && !isLoopback(hostname)) return [];
  return [{ field: 'ticketUrl', wrong: 'is not an address by a public name' }];
}
