import type { Catalogue } from './en.ts';
import { command } from './ja/command.ts';
import { followUp } from './ja/follow-up.ts';
import { held } from './ja/held.ts';
import { help } from './ja/help.ts';
import { outreach } from './ja/outreach.ts';
import { pause } from './ja/pause.ts';
import { status } from './ja/status.ts';
import { steps } from './ja/steps.ts';

export const ja: Catalogue = {
  ...command,
  ...followUp,
  ...held,
  ...help,
  ...outreach,
  ...pause,
  ...status,
  ...steps,
};
