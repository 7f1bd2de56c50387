import type { Catalogue } from './en.ts';
import { command } from './es/command.ts';
import { followUp } from './es/follow-up.ts';
import { held } from './es/held.ts';
import { help } from './es/help.ts';
import { outreach } from './es/outreach.ts';
import { pause } from './es/pause.ts';
import { status } from './es/status.ts';
import { steps } from './es/steps.ts';

export const es: Catalogue = {
  ...command,
  ...followUp,
  ...held,
  ...help,
  ...outreach,
  ...pause,
  ...status,
  ...steps,
};
