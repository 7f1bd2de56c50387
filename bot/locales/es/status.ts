import type { status as english } from '../en/status.ts';
import type { Translated } from '../translated.ts';

export const status: Translated<typeof english> = {
  'status.title': 'Estado',
  'status.mode': 'Modo',
  'status.mode.automatic': 'Automático: los mensajes salen sin aprobación',
  'status.mode.supervisor': 'Supervisor: cada mensaje necesita aprobación',
  'status.feed': 'Señal de presencia',
  'status.feed.live':
    'Activa, {agents, plural, one {# agente observado} many {# de agentes observados} other {# agentes observados}}, última señal hace {age}',
  'status.feed.stale': 'Sin señal: nada recibido desde hace {age}; no se inicia nada hasta que vuelva',
  'status.index': 'Clientes a nuestro alcance',
  'status.index.count':
    '{count, plural, =0 {Ninguna sesión en las últimas 24 horas} one {# sesión en las últimas 24 horas} many {# de sesiones en las últimas 24 horas} other {# sesiones en las últimas 24 horas}}',
  'status.pause': 'En pausa',
  'status.pause.none': 'No',
  'status.pause.by': 'Para todos, por {person}',
  'status.pause.all': 'Para todos',
  'status.pause.unreadable': 'Ya no se puede leer quién puso la pausa ni cuándo. «resume» la termina.',
  'status.pause.you': 'Para usted',
  'status.pause.since': 'Desde {when}',
  'status.pause.until': 'Hasta {when}',
  'status.pause.endless': 'Hasta que alguien escriba «resume»',
  'status.waiting': 'A la espera de un supervisor',
  'status.waiting.count':
    '{count, plural, =0 {Nada} one {# mensaje, en su tarjeta} many {# de mensajes, en sus tarjetas} other {# mensajes, en sus tarjetas}}',
  'status.you': 'Usted, en Genesys',
  'status.you.available': 'Cuenta como disponible: pueden salir mensajes en su nombre',
  'status.you.unavailable': 'No cuenta como disponible: no sale ningún mensaje en su nombre',
  'status.you.unknown': 'Presencia aún desconocida',
  'status.you.since': '{state}, desde {when}',
  'status.you.stale': 'Según lo último recibido: la señal de presencia está en silencio',
  'status.today': 'Hoy ({zone})',
  'status.today.you': 'Hoy ({zone}), los suyos',
  'status.today.none': 'Nada todavía',
  'status.age.seconds': '{count, plural, one {# segundo} many {# de segundos} other {# segundos}}',

  'count.proposed': '{count, plural, one {# propuesto} many {# propuestos} other {# propuestos}}',
  'count.awaiting-approval': '{count, number} en espera de aprobación',
  'count.approved': '{count, plural, one {# aprobado} many {# aprobados} other {# aprobados}}',
  'count.sending': '{count, number} en camino',
  'count.sent':
    '{count, plural, one {# aceptado por Genesys} many {# aceptados por Genesys} other {# aceptados por Genesys}}',
  'count.delivered':
    '{count, plural, one {# llegó al navegador} many {# llegaron al navegador} other {# llegaron al navegador}}',
  'count.undelivered': '{count, number} en espera del cliente',
  'count.replied': '{count, number} con respuesta',
  'count.declined': '{count, plural, one {# rechazado} many {# rechazados} other {# rechazados}}',
  'count.expired': '{count, plural, one {# vencido} many {# vencidos} other {# vencidos}}',
  'count.held': '{count, plural, one {# retenido} many {# retenidos} other {# retenidos}}',
  'count.failed': '{count, plural, one {# fallido} many {# fallidos} other {# fallidos}}',
  'count.unknown': '{count, number} sin saberse aún',
  'count.asked': '{count, number} por comprobar',
  'count.cancelled': '{count, plural, one {# cancelado} many {# cancelados} other {# cancelados}}',
};
