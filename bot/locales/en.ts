import { approval } from './en/approval.ts';
import { audit } from './en/audit.ts';
import { burst } from './en/burst.ts';
import { candidates } from './en/candidates.ts';
import { cardNote } from './en/card-note.ts';
import { cobrowse } from './en/cobrowse.ts';
import { command } from './en/command.ts';
import { extension } from './en/extension.ts';
import { followUp } from './en/follow-up.ts';
import { handOff } from './en/hand-off.ts';
import { held } from './en/held.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { language } from './en/language.ts';
import { link } from './en/link.ts';
import { outreach } from './en/outreach.ts';
import { partners } from './en/partners.ts';
import { pause } from './en/pause.ts';
import { policy } from './en/policy.ts';
import { presence } from './en/presence.ts';
import { reply } from './en/reply.ts';
import { signIn } from './en/sign-in.ts';
import { status } from './en/status.ts';
import { steps } from './en/steps.ts';
import { welcome } from './en/welcome.ts';
import { who } from './en/who.ts';

/** English: the complete catalogue every other language must match. Texts are ICU messages. */
export const en = {
  ...approval,
  ...audit,
  ...burst,
  ...candidates,
  ...cardNote,
  ...cobrowse,
  ...command,
  ...extension,
  ...followUp,
  ...handOff,
  ...held,
  ...help,
  ...history,
  ...language,
  ...link,
  ...outreach,
  ...partners,
  ...pause,
  ...policy,
  ...presence,
  ...reply,
  ...signIn,
  ...status,
  ...steps,
  ...welcome,
  ...who,
} as const;

export type MessageKey = keyof typeof en;
/** A language: every key, or it does not compile. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
