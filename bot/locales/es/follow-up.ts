import type { followUp as english } from '../en/follow-up.ts';
import type { Translated } from '../translated.ts';

export const followUp: Translated<typeof english> = {
  'follow-up.open': 'Hacer seguimiento',
  'follow-up.open-tooltip': 'Escribir de nuevo a {customer}, ahora o más tarde',
  'follow-up.draft':
    '{customer, select, none {Hola} other {Hola, {customer}}}: soy {agent} de nuevo. Retomo nuestra conversación: ¿puedo ayudarle en algo más?',
  'follow-up.text': 'Mensaje al cliente, palabra por palabra',
  'follow-up.text-missing': 'Escriba el mensaje.',
  'follow-up.when': 'Cuándo enviarlo',
  'follow-up.now': 'Ahora',
  'follow-up.in-20-minutes': 'En 20 minutos',
  'follow-up.in-1-hour': 'En 1 hora',
  'follow-up.tomorrow': 'Mañana a las 9:00, hora del cliente',
  'follow-up.words': 'O con sus propias palabras',
  'follow-up.words-example': 'en 2 horas · a las 15:30 · lunes 10:00 mi hora',
  'follow-up.send': 'Enviar seguimiento',
  'follow-up.send-tooltip': 'Enviar este seguimiento a {customer} en el momento elegido',
  'follow-up.said-now': 'El seguimiento se está enviando. Su propia tarjeta muestra cómo continúa.',
  'follow-up.said-later': 'El seguimiento se enviará el {when}. Su propia tarjeta muestra cómo continúa.',
  'follow-up.said-now-approval':
    'Se consulta a un supervisor. Recibirá la tarjeta del seguimiento cuando haya una decisión.',
  'follow-up.said-later-approval':
    'Se consulta a un supervisor; si lo aprueba, se enviará el {when}. Recibirá la tarjeta del seguimiento cuando haya una decisión.',
  'follow-up.gap':
    'Ese día se adelanta el reloj y la hora indicada no existe: se enviará en el primer momento posterior.',
  'follow-up.overlap': 'Ese día se atrasa el reloj y la hora indicada se repite: se enviará la primera vez.',
  'follow-up.allowed-from': 'Como muy pronto: {when}.',
  'follow-up.allowed-until': 'Como muy tarde: {when}.',
};
