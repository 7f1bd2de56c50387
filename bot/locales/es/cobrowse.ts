import type { cobrowse as english } from '../en/cobrowse.ts';
import type { Translated } from '../translated.ts';

export const cobrowse: Translated<typeof english> = {
  'cobrowse.title.asking': 'Cobrowsing: camino de Genesys',
  'cobrowse.title.offered': 'Cobrowsing ofrecido',
  'cobrowse.title.accepted': 'Cobrowsing aceptado',
  'cobrowse.title.rejected': 'Cobrowsing rechazado por el cliente',
  'cobrowse.title.expired': 'Cobrowsing: la oferta venció',
  'cobrowse.title.ended': 'El cobrowsing terminó',
  'cobrowse.title.over': 'Cobrowsing: la oferta ya no está en pie',
  'cobrowse.title.unknown': 'Cobrowsing: aún no se sabe',
  'cobrowse.title.missing': 'Cobrowsing: no encontrado',
  'cobrowse.title.refused': 'No se ofreció el cobrowsing',
  'cobrowse.mode': 'El agente puede',
  'cobrowse.mode.view': 'solo mirar',
  'cobrowse.mode.control': 'mirar y actuar en la página',
  'cobrowse.code': 'Código para unirse',
  'cobrowse.stands-till':
    'La oferta sigue en pie hasta las {time}. No se comparte nada antes de que el cliente acepte.',
  'cobrowse.step.asking': 'La oferta va camino de Genesys, aún sin aceptar',
  'cobrowse.step.offered': 'Ofrecido al cliente',
  'cobrowse.step.waiting': 'El cliente aún no ha respondido',
  'cobrowse.step.accepted': 'El cliente aceptó',
  'cobrowse.step.accepted-next': 'La página se abre en su ventana de Genesys Cloud.',
  'cobrowse.step.rejected': 'El cliente rechazó la oferta',
  'cobrowse.step.expired': 'El cliente no respondió a tiempo',
  'cobrowse.step.ended': 'La sesión terminó',
  'cobrowse.step.over': 'La oferta ya no está en pie; Genesys no dice qué respondió el cliente',
  'cobrowse.step.over-next': 'Consulte la conversación en Genesys para verlo.',
  'cobrowse.step.unknown': 'Se perdió la confirmación de Genesys: se está buscando la oferta',
  'cobrowse.step.unknown-next': 'No se repite por sí sola. Espere un momento, por favor.',
  'cobrowse.step.missing': 'La oferta se buscó y no se encontró',
  'cobrowse.step.missing-next':
    'Si llegó a salir, ya ha vencido. Ofrézcala de nuevo si todavía viene al caso.',
  'cobrowse.step.refused': 'Genesys no aceptó la oferta',
  'cobrowse.start': 'Iniciar cobrowsing',
  'cobrowse.start-tooltip': 'Ofrecer a {customer} mirar su página juntos; decide el cliente',
  'cobrowse.start-control': 'Cobrowsing con control',
  'cobrowse.start-control-tooltip':
    'Ofrecer a {customer} que usted mire su página y actúe en ella; decide el cliente',
  'cobrowse.again': 'Ofrecer de nuevo',
  'cobrowse.places.title': 'Cobrowsing',
  'cobrowse.places.about': 'Las conversaciones en las que está conectado. El cliente decide si comparte.',
  'cobrowse.places.none':
    'No está conectado en ninguna conversación web que yo conozca. Tome una en Genesys, o diga «cobrowse» y el identificador de la conversación.',
  'cobrowse.said.title': 'Cobrowsing',
  'cobrowse.said.offered': 'Su tarjeta dice aquí qué pasa con la oferta.',
  'help.cobrowse':
    'Ofrecer al cliente con quien habla mirar su página juntos; con un identificador, en esa conversación',
};
