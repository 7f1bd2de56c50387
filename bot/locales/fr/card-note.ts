import type { cardNote as english } from '../en/card-note.ts';
import type { Translated } from '../translated.ts';

export const cardNote: Translated<typeof english> = {
  'note.replaces':
    'Cette carte remplace [une carte précédente]({link}) que Teams ne laisse plus modifier. C’est celle-ci qui compte.',
  'note.replaces-unlinked':
    'Cette carte remplace une carte précédente que Teams ne laisse plus modifier. C’est celle-ci qui compte.',
  'note.agent-untold': '{agent} ne voit pas cette carte dans sa conversation avec le bot. {meaning} {next}',
  'note.too-big':
    'Teams refuse la carte entière\u00a0: rien ne peut être décidé ici. Tout le reste suit son cours.',
  'note.closed': 'Où Teams ne laisse pas le bot écrire',
  'note.closed-chat': '{where}\u00a0: {meaning} {next}',
  'note.closed-channel': 'Un canal',
  'note.closed-more': '{count, plural, one {et # autre} many {et # autres} other {et # autres}}',
  'press.late':
    'Cela prend plus de temps que d’habitude et se poursuit. La carte montrera le résultat\u00a0; si elle n’a pas changé dans une minute, appuyez de nouveau.',
};
