import type { pause as english } from '../en/pause.ts';
import type { Translated } from '../translated.ts';

export const pause: Translated<typeof english> = {
  'pause.done.you':
    'En pause. Plus aucun nouveau message ne part en votre nom tant que vous n’écrivez pas «\u00a0resume\u00a0».',
  'pause.done.you.until':
    'En pause jusqu’au {when}. D’ici là, aucun nouveau message ne part en votre nom, sauf si vous écrivez «\u00a0resume\u00a0».',
  'pause.done.all':
    'En pause pour tous. Plus aucun nouveau message ne part tant qu’un superviseur n’écrit pas «\u00a0resume\u00a0».',
  'pause.done.all.until':
    'En pause pour tous jusqu’au {when}. D’ici là, aucun nouveau message ne part, sauf si un superviseur écrit «\u00a0resume\u00a0».',
  'resume.done.you': 'Pause terminée. Des messages peuvent de nouveau partir en votre nom.',
  'resume.done.all': 'Pause terminée pour tous.',
  'resume.nothing': 'Rien n’était en pause.',
  'resume.still-all': 'Votre pause est terminée, mais un superviseur a mis les envois de tous en pause.',
  'pause.title': 'Envois en pause',
  'resume.title': 'Envois repris',
};
