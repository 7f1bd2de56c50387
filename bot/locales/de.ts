import { command } from './de/command.ts';
import { followUp } from './de/follow-up.ts';
import { held } from './de/held.ts';
import { help } from './de/help.ts';
import { outreach } from './de/outreach.ts';
import { pause } from './de/pause.ts';
import { status } from './de/status.ts';
import { steps } from './de/steps.ts';
import type { Catalogue } from './en.ts';

export const de: Catalogue = {
  ...command,
  ...followUp,
  ...held,
  ...help,
  ...outreach,
  ...pause,
  ...status,
  ...steps,
};
