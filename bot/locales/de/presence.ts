import type { presence as english } from '../en/presence.ts';
import type { Translated } from '../translated.ts';

export const presence: Translated<typeof english> = {
  'presence.available': 'Verfügbar',
  'presence.on-queue': 'In Warteschlange',
  'presence.away': 'Abwesend',
  'presence.busy': 'Beschäftigt',
  'presence.break': 'Pause',
  'presence.meal': 'Essen',
  'presence.meeting': 'Besprechung',
  'presence.training': 'Schulung',
  'presence.offline': 'Offline',
  'presence.idle': 'Untätig',
  'routing.OFF_QUEUE': 'Nicht in der Warteschlange',
  'routing.IDLE': 'In der Warteschlange und frei',
  'routing.INTERACTING': 'Im Kundengespräch',
  'routing.NOT_RESPONDING': 'Reagiert nicht',
  'routing.COMMUNICATING': 'In einem Anruf',
  'presence.set.title': 'Deine Präsenz in Genesys',
  'presence.set.done': 'Genesys führt dich jetzt als {presence}.',
  'presence.set.other': 'Gewünscht war {asked}, aber Genesys führt dich als {presence}.',
  'presence.set.unsaid':
    'Genesys hat {asked} angenommen, aber nicht gesagt, was jetzt gilt. Bitte dort nachsehen.',
  'presence.set.routing': 'Routing-Status: {routing}.',
  'presence.set.routing-unread': 'Dein Routing-Status war gerade nicht zu lesen.',
};
