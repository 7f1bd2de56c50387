import type { link as english } from '../en/link.ts';
import type { Translated } from '../translated.ts';

export const link: Translated<typeof english> = {
  'link.title': 'Quién es usted en Genesys',
  'link.present.linked': 'Usted es {agent}; {person} lo confirmó.',
  'link.present.email': 'Usted es {agent}, según su correo electrónico.',
  'link.present.none': 'Ningún agente de Genesys está asociado a usted.',
  'link.present.asked': 'Pidió vincularse con {agent}; ningún supervisor ha decidido todavía.',
  'link.how': 'Para cambiarlo, escriba «link» y su correo de Genesys; un supervisor lo confirma.',
  'link.asked': 'Se pregunta a los supervisores si usted es {agent} ({email}). La respuesta llegará aquí.',
  'link.removed': 'Se eliminó el vínculo con {agent}.',
  'link.withdrawn': 'Se retiró la solicitud para {agent}.',
  'link.nothing': 'No había ningún vínculo ni solicitud pendiente.',
  'link.told.confirmed': '{person} confirmó que usted es {agent} en Genesys.',
  'link.told.refused': '{person} no confirmó que usted sea {agent} en Genesys. No ha cambiado nada.',
  'link.card.title': '¿Es la misma persona?',
  'link.card.title.confirmed': 'Vinculado',
  'link.card.title.refused': 'No vinculado',
  'link.card.title.withdrawn': 'Solicitud retirada',
  'link.card.teams': 'En Teams',
  'link.card.genesys': 'Dice ser en Genesys',
  'link.card.known': 'El correo de este agente pertenece a otra persona en Teams',
  'link.card.means':
    'Tras confirmarlo, esta persona actúa aquí como ese agente: los mensajes salen en nombre del agente. Confirme solo si la conoce.',
  'link.card.confirm': 'Sí, vincular',
  'link.card.confirm-tooltip': '{person} es {agent}',
  'link.card.refuse': 'No',
  'link.card.refuse-tooltip': '{person} no es {agent}, o no lo sé',
  'link.card.by.confirmed': 'Confirmado por {person}',
  'link.card.by.refused': 'Rechazado por {person}',
  'link.card.by.withdrawn': 'Retirada por {person}',
  'link.card.lapses': 'Caduca por sí sola al cabo de un día.',
};
