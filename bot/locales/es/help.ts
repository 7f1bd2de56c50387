import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Qué hago',
  'help.intro':
    'Cuando un agente queda disponible, busco un cliente que estuvo aquí en las últimas 24 horas y le envío un solo mensaje en nombre del agente, con la aprobación de un supervisor si se exige. La tarjeta muestra qué ocurrió de verdad.',
  'help.commands': 'Comandos',
  'help.help': 'Esta página',
  'help.status': 'Si la señal de presencia está activa, qué se envió hoy, qué está en pausa',
  'help.pause': 'Detener los envíos nuevos: los suyos en un chat personal, los de todos si es supervisor',
  'help.resume': 'Reanudar',
  'help.in-channel': 'En un canal, mencióneme primero.',
};
