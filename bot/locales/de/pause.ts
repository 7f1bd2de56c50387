import type { pause as english } from '../en/pause.ts';
import type { Translated } from '../translated.ts';

export const pause: Translated<typeof english> = {
  'pause.done.you': 'Angehalten. In deinem Namen geht nichts hinaus, bis du „resume“ sagst.',
  'pause.done.you.until':
    'Angehalten bis {when}. Bis dahin geht in deinem Namen nichts hinaus, außer du sagst „resume“.',
  'pause.done.all': 'Für alle angehalten. Nichts geht hinaus, bis ein Supervisor „resume“ sagt.',
  'pause.done.all.until':
    'Für alle angehalten bis {when}. Bis dahin geht nichts hinaus, außer ein Supervisor sagt „resume“.',
  'resume.done.you': 'Weiter. In deinem Namen darf wieder geschrieben werden.',
  'resume.done.all': 'Weiter für alle.',
  'resume.nothing': 'Es war nichts angehalten.',
  'resume.still-all': 'Deine Pause ist vorbei, aber ein Supervisor hat für alle angehalten.',
  'pause.title': 'Angehalten',
  'resume.title': 'Es geht weiter',
};
