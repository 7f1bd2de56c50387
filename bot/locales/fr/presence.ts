import type { presence as english } from '../en/presence.ts';
import type { Translated } from '../translated.ts';

export const presence: Translated<typeof english> = {
  'presence.available': 'Disponible',
  'presence.on-queue': 'En file d’attente',
  'presence.away': 'Absent',
  'presence.busy': 'Occupé',
  'presence.break': 'Pause',
  'presence.meal': 'Repas',
  'presence.meeting': 'Réunion',
  'presence.training': 'Formation',
  'presence.offline': 'Hors ligne',
  'presence.idle': 'Inactif',
  'routing.OFF_QUEUE': 'Hors file d’attente',
  'routing.IDLE': 'En file d’attente et libre',
  'routing.INTERACTING': 'Avec un client',
  'routing.NOT_RESPONDING': 'Ne répond pas',
  'routing.COMMUNICATING': 'En appel',
  'presence.set.title': 'Votre présence dans Genesys',
  'presence.set.done': 'Genesys vous indique maintenant comme {presence}.',
  'presence.set.other': 'Vous avez demandé {asked}, mais Genesys vous indique comme {presence}.',
  'presence.set.unsaid': 'Genesys a accepté {asked} sans dire votre état actuel. Vérifiez-le dans Genesys.',
  'presence.set.routing': 'Statut de routage\u00a0: {routing}.',
  'presence.set.routing-unread': 'Votre statut de routage n’a pas pu être lu à l’instant.',
};
