import type { Catalogue } from './en.ts';
import { command } from './fr/command.ts';
import { followUp } from './fr/follow-up.ts';
import { held } from './fr/held.ts';
import { help } from './fr/help.ts';
import { outreach } from './fr/outreach.ts';
import { pause } from './fr/pause.ts';
import { status } from './fr/status.ts';
import { steps } from './fr/steps.ts';

export const fr: Catalogue = {
  ...command,
  ...followUp,
  ...held,
  ...help,
  ...outreach,
  ...pause,
  ...status,
  ...steps,
};
