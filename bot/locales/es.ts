import type { Catalogue } from './en.ts';
import { approval } from './es/approval.ts';
import { audit } from './es/audit.ts';
import { burst } from './es/burst.ts';
import { candidates } from './es/candidates.ts';
import { cardNote } from './es/card-note.ts';
import { cobrowse } from './es/cobrowse.ts';
import { command } from './es/command.ts';
import { extension } from './es/extension.ts';
import { followUp } from './es/follow-up.ts';
import { handOff } from './es/hand-off.ts';
import { held } from './es/held.ts';
import { help } from './es/help.ts';
import { history } from './es/history.ts';
import { language } from './es/language.ts';
import { link } from './es/link.ts';
import { outreach } from './es/outreach.ts';
import { partners } from './es/partners.ts';
import { pause } from './es/pause.ts';
import { policy } from './es/policy.ts';
import { presence } from './es/presence.ts';
import { reply } from './es/reply.ts';
import { signIn } from './es/sign-in.ts';
import { status } from './es/status.ts';
import { steps } from './es/steps.ts';
import { welcome } from './es/welcome.ts';
import { who } from './es/who.ts';

export const es: Catalogue = {
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
};
