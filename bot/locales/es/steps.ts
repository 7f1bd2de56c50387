import type { steps as english } from '../en/steps.ts';
import type { Translated } from '../translated.ts';

export const steps: Translated<typeof english> = {
  'step.proposed': 'Propuesto cuando {agent} quedó disponible',
  'step.follow-up': 'Seguimiento solicitado, en nombre de {agent}',
  'step.waiting': 'A la espera de un supervisor',
  'step.approved': 'Aprobado por {person}',
  'step.approved-policy': 'Permitido por las reglas, sin necesidad de aprobación',
  'step.declined': 'Rechazado por {person}',
  'step.expired': 'Ningún supervisor decidió antes de que venciera',
  'step.held': 'Retenido: {reason}',
  'step.sending': 'En camino a Genesys, aún sin aceptar',
  'step.about-to-send': 'A punto de enviarse',
  'step.waits-for-hour': 'Se enviará más tarde',
  'step.scheduled': 'Se enviará el {when}',
  'step.would-leave': 'Se enviará si se aprueba, el {when}',
  'step.cancelled': 'Cancelado por {person}',
  'step.sent': 'Aceptado por Genesys',
  'step.not-yet-delivered': 'Aún no está en el navegador del cliente',
  'step.delivered': 'Llegó al navegador',
  'step.undelivered': 'El cliente no está, el mensaje espera',
  'step.replied': 'El cliente respondió',
  'step.opted-out': 'El cliente pidió que no le vuelvan a escribir',
  'step.opted-out-next':
    'Reachback dejará en paz a este cliente a partir de ahora. Haga lo mismo, por favor.',
  'step.unknown': 'Se perdió la respuesta de Genesys: se está buscando el mensaje',
  'step.unknown-next': 'No se vuelve a enviar. Espere, por favor, antes de que alguien escriba.',
  'step.asked': 'Se perdió la respuesta de Genesys y no se encontró el mensaje',
  'step.asked-next':
    'Mire la conversación en Genesys Cloud e indique aquí si el mensaje está. No se vuelve a enviar nada.',
  'step.failed': 'Falló: {meaning}',
  'step.failed-likely': 'Causa probable: {likely}',
  'step.failed-next': 'Qué hacer: {next}',
  'step.failed-unclear': 'no se registró la causa',
  'step.failed-unclear-next': 'Busque el identificador de este mensaje en el registro.',
  'step.code': 'Código: {code}',

  'ago.minutes':
    '{count, plural, =0 {menos de un minuto} one {# minuto} many {# de minutos} other {# minutos}}',
  'ago.hours':
    '{hours, plural, one {# hora} many {# de horas} other {# horas}}{minutes, plural, =0 {} one { # minuto} many { # de minutos} other { # minutos}}',
};
