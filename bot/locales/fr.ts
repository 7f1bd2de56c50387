import type { Catalogue } from './en.ts';
import { approval } from './fr/approval.ts';
import { audit } from './fr/audit.ts';
import { burst } from './fr/burst.ts';
import { candidates } from './fr/candidates.ts';
import { cardNote } from './fr/card-note.ts';
import { cobrowse } from './fr/cobrowse.ts';
import { command } from './fr/command.ts';
import { extension } from './fr/extension.ts';
import { followUp } from './fr/follow-up.ts';
import { handOff } from './fr/hand-off.ts';
import { held } from './fr/held.ts';
import { help } from './fr/help.ts';
import { history } from './fr/history.ts';
import { language } from './fr/language.ts';
import { link } from './fr/link.ts';
import { outreach } from './fr/outreach.ts';
import { partners } from './fr/partners.ts';
import { pause } from './fr/pause.ts';
import { policy } from './fr/policy.ts';
import { presence } from './fr/presence.ts';
import { reply } from './fr/reply.ts';
import { signIn } from './fr/sign-in.ts';
import { status } from './fr/status.ts';
import { steps } from './fr/steps.ts';
import { welcome } from './fr/welcome.ts';
import { who } from './fr/who.ts';

export const fr: Catalogue = {
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
