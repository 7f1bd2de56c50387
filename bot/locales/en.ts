import { command } from './en/command.ts';
import { followUp } from './en/follow-up.ts';
import { held } from './en/held.ts';
import { help } from './en/help.ts';
import { outreach } from './en/outreach.ts';
import { pause } from './en/pause.ts';
import { status } from './en/status.ts';
import { steps } from './en/steps.ts';

/** English: the complete catalogue every other language must match. Texts are ICU messages. */
export const en = {
  ...command,
  ...followUp,
  ...held,
  ...help,
  ...outreach,
  ...pause,
  ...status,
  ...steps,
} as const;

export type MessageKey = keyof typeof en;
/** A language: every key, or it does not compile. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
