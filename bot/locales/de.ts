import { approval } from './de/approval.ts';
import { audit } from './de/audit.ts';
import { burst } from './de/burst.ts';
import { candidates } from './de/candidates.ts';
import { cardNote } from './de/card-note.ts';
import { cobrowse } from './de/cobrowse.ts';
import { command } from './de/command.ts';
import { extension } from './de/extension.ts';
import { followUp } from './de/follow-up.ts';
import { handOff } from './de/hand-off.ts';
import { held } from './de/held.ts';
import { help } from './de/help.ts';
import { history } from './de/history.ts';
import { language } from './de/language.ts';
import { link } from './de/link.ts';
import { outreach } from './de/outreach.ts';
import { partners } from './de/partners.ts';
import { pause } from './de/pause.ts';
import { policy } from './de/policy.ts';
import { presence } from './de/presence.ts';
import { reply } from './de/reply.ts';
import { signIn } from './de/sign-in.ts';
import { status } from './de/status.ts';
import { steps } from './de/steps.ts';
import { welcome } from './de/welcome.ts';
import { who } from './de/who.ts';
import type { Catalogue } from './en.ts';

export const de: Catalogue = {
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
