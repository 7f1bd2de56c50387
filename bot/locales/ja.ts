import type { Catalogue } from './en.ts';
import { approval } from './ja/approval.ts';
import { audit } from './ja/audit.ts';
import { burst } from './ja/burst.ts';
import { candidates } from './ja/candidates.ts';
import { cardNote } from './ja/card-note.ts';
import { cobrowse } from './ja/cobrowse.ts';
import { command } from './ja/command.ts';
import { extension } from './ja/extension.ts';
import { followUp } from './ja/follow-up.ts';
import { handOff } from './ja/hand-off.ts';
import { held } from './ja/held.ts';
import { help } from './ja/help.ts';
import { history } from './ja/history.ts';
import { language } from './ja/language.ts';
import { link } from './ja/link.ts';
import { outreach } from './ja/outreach.ts';
import { partners } from './ja/partners.ts';
import { pause } from './ja/pause.ts';
import { policy } from './ja/policy.ts';
import { presence } from './ja/presence.ts';
import { reply } from './ja/reply.ts';
import { signIn } from './ja/sign-in.ts';
import { status } from './ja/status.ts';
import { steps } from './ja/steps.ts';
import { welcome } from './ja/welcome.ts';
import { who } from './ja/who.ts';

export const ja: Catalogue = {
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
