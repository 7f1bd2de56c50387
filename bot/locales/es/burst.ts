import type { burst as english } from '../en/burst.ts';
import type { Translated } from '../translated.ts';

export const burst: Translated<typeof english> = {
  'burst.title':
    '{count, plural, one {# mensaje espera una decisión} many {# de mensajes esperan una decisión} other {# mensajes esperan una decisión}}',
  'burst.title-done':
    '{count, plural, one {# mensaje, ya nada espera} many {# de mensajes, ya nada espera} other {# mensajes, ya nada espera}}',
  'burst.next-lapse': 'El próximo vence sin decisión a las {when}.',
  'burst.for-agent': 'En nombre de {agent}',
  'burst.details': 'Detalles',
  'burst.details-tooltip': 'Publicar la tarjeta completa de {customer}',
  'burst.approve': 'Aprobar',
  'burst.approve-all':
    '{count, plural, one {Aprobar y enviar} many {Aprobar y enviar los #} other {Aprobar y enviar los #}}',
  'burst.approve-all-tooltip': 'Enviar todos los mensajes que esperan en esta tarjeta',
  'burst.approve-free':
    '{count, plural, one {Aprobar y enviar el que puede salir} many {Aprobar y enviar los # que pueden salir} other {Aprobar y enviar los # que pueden salir}}',
  'burst.approve-free-tooltip': 'Enviar cada mensaje de esta tarjeta al que nada se opone',
  'burst.would-be-held':
    '{count, plural, one {# de ellos se retendría ahora: decídalo por separado.} many {# de ellos se retendrían ahora: decídalos uno por uno.} other {# de ellos se retendrían ahora: decídalos uno por uno.}}',
  'burst.snoozed-until': 'Pospuesto hasta las {when}',
  'burst.own-card': 'Se pregunta de nuevo en su propia tarjeta',
  'burst.by': '{title} ({person})',
  'burst.fallback': '{title}. Actualice Teams para ver la tarjeta.',
  'burst.said.approved': '{count, plural, one {# aprobado} many {# aprobados} other {# aprobados}}',
  'burst.said.approved-by':
    '{count, plural, one {# aprobado por {person}} many {# aprobados por {person}} other {# aprobados por {person}}}',
  'burst.said.declined-by':
    '{count, plural, one {# rechazado por {person}} many {# rechazados por {person}} other {# rechazados por {person}}}',
  'burst.said.cancelled-by':
    '{count, plural, one {# cancelado por {person}} many {# cancelados por {person}} other {# cancelados por {person}}}',
  'burst.said.lapsed':
    '{count, plural, one {# había vencido} many {# habían vencido} other {# habían vencido}}',
  'burst.said.held': '{count, plural, one {# se retuvo} many {# se retuvieron} other {# se retuvieron}}',
  'burst.said.snoozed':
    '{count, plural, one {# está pospuesto} many {# están pospuestos} other {# están pospuestos}}',
  'burst.said.waiting':
    '{count, plural, one {# sigue a la espera} many {# siguen a la espera} other {# siguen a la espera}}',
  'burst.said.would-be-held':
    '{count, plural, one {# sigue a la espera, se retendría} many {# siguen a la espera, se retendrían} other {# siguen a la espera, se retendrían}}',
  'burst.approved-one': '{customer}: aprobado, se está enviando.',
  'burst.declined-one': '{customer}: rechazado, no se envía nada.',
  'burst.late.approved': '{customer}: {person} lo aprobó a las {when}; su pulsación no cambió nada.',
  'burst.late.declined': '{customer}: {person} lo rechazó a las {when}; su pulsación no cambió nada.',
  'burst.late.cancelled': '{customer}: {person} lo canceló a las {when}; su pulsación no cambió nada.',
  'burst.late.other': '{customer}: ya estaba resuelto; su pulsación no cambió nada.',
  'burst.details-posted': 'La tarjeta completa de {customer} se publica más abajo.',
  'burst.details-there': '{customer} ya tiene aquí su propia tarjeta.',
};
