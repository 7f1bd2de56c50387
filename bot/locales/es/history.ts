import type { history as english } from '../en/history.ts';
import type { Translated } from '../translated.ts';

export const history: Translated<typeof english> = {
  'history.title.you': 'Sus últimos mensajes',
  'history.title.all': 'Los últimos mensajes de todos',
  'history.named': 'A clientes de nombre «{name}»',
  'history.none': 'Ningún mensaje todavía.',
  'history.none-named': 'Ningún mensaje a un cliente de nombre «{name}».',
  'history.by': 'en nombre de {agent}',
  'history.older': 'Hay más antiguos. Escriba «history» y el nombre de un cliente para encontrar uno.',
  'history.hint': 'Escriba «history» y el nombre de un cliente para ver solo los suyos.',

  'history.state.proposed': 'Propuesto',
  'history.state.awaiting-approval': 'Espera a un supervisor',
  'history.state.approved': 'Aprobado, a punto de enviarse',
  'history.state.scheduled': 'Aprobado, se enviará {when}',
  'history.state.sending': 'En camino a Genesys, aún sin aceptar',
  'history.state.sent': 'Aceptado por Genesys, aún no está en el navegador · sin respuesta',
  'history.state.delivered': 'Llegó al navegador · sin respuesta',
  'history.state.undelivered': 'Aceptado por Genesys, el cliente no está, el mensaje espera · sin respuesta',
  'history.state.replied': 'El cliente respondió',
  'history.state.opted-out': 'El cliente pidió que no le vuelvan a escribir',
  'history.state.declined': 'Rechazado, no se envió nada',
  'history.state.expired': 'Nadie decidió a tiempo, no se envió nada',
  'history.state.held': 'Retenido, no se envió nada: {reason}',
  'history.state.failed': 'Falló, no se envió nada · código {code}',
  'history.state.unknown': 'Aún no se sabe si llegó',
  'history.state.asked': 'No se sabe si llegó: su tarjeta lo pregunta',
  'history.state.cancelled': 'Cancelado, no se envió nada',

  'help.history': 'Qué fue de sus últimos mensajes; con un nombre, de los enviados a ese cliente',
  'help.supervisors.history':
    'Qué fue de los últimos mensajes de todos; con un nombre, de los enviados a ese cliente',
};
