import type { pause as english } from '../en/pause.ts';
import type { Translated } from '../translated.ts';

export const pause: Translated<typeof english> = {
  'pause.done.you': 'En pausa. No saldrá ningún mensaje nuevo en su nombre hasta que escriba «resume».',
  'pause.done.you.until':
    'En pausa hasta {when}. Hasta entonces no saldrá ningún mensaje nuevo en su nombre, salvo que escriba «resume».',
  'pause.done.all':
    'En pausa para todos. No saldrá ningún mensaje nuevo hasta que un supervisor escriba «resume».',
  'pause.done.all.until':
    'En pausa para todos hasta {when}. Hasta entonces no saldrá ningún mensaje nuevo, salvo que un supervisor escriba «resume».',
  'resume.done.you': 'Reanudado. Ya pueden volver a salir mensajes en su nombre.',
  'resume.done.all': 'Reanudado para todos.',
  'resume.nothing': 'No había nada en pausa.',
  'resume.still-all': 'Su pausa ha terminado, pero un supervisor ha puesto en pausa los envíos de todos.',
  'pause.title': 'Envíos en pausa',
  'resume.title': 'Envíos reanudados',
};
