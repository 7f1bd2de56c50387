import type { presence as english } from '../en/presence.ts';
import type { Translated } from '../translated.ts';

export const presence: Translated<typeof english> = {
  'presence.available': 'Disponible',
  'presence.on-queue': 'En cola',
  'presence.away': 'Ausente',
  'presence.busy': 'Ocupado',
  'presence.break': 'Descanso',
  'presence.meal': 'Comida',
  'presence.meeting': 'Reunión',
  'presence.training': 'Formación',
  'presence.offline': 'Desconectado',
  'presence.idle': 'Inactivo',
  'routing.OFF_QUEUE': 'Fuera de cola',
  'routing.IDLE': 'En cola y libre',
  'routing.INTERACTING': 'Con un cliente',
  'routing.NOT_RESPONDING': 'No responde',
  'routing.COMMUNICATING': 'En una llamada',
  'presence.set.title': 'Su presencia en Genesys',
  'presence.set.done': 'Genesys le muestra ahora como {presence}.',
  'presence.set.other': 'Pidió {asked}, pero Genesys le muestra como {presence}.',
  'presence.set.unsaid': 'Genesys aceptó {asked}, pero no dijo cómo está ahora. Compruébelo allí.',
  'presence.set.routing': 'Estado de enrutamiento: {routing}.',
  'presence.set.routing-unread': 'No se pudo leer ahora su estado de enrutamiento.',
};
