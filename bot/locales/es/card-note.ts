import type { cardNote as english } from '../en/card-note.ts';
import type { Translated } from '../translated.ts';

export const cardNote: Translated<typeof english> = {
  'note.replaces':
    'Esta tarjeta sustituye a [una anterior]({link}) que Teams ya no permite cambiar. La válida es esta.',
  'note.replaces-unlinked':
    'Esta tarjeta sustituye a una anterior que Teams ya no permite cambiar. La válida es esta.',
  'note.agent-untold': '{agent} no ve esta tarjeta en su chat con el bot. {meaning} {next}',
  'note.too-big':
    'Teams no acepta la tarjeta completa, así que aquí no se puede decidir nada. Todo lo demás sigue su curso.',
  'note.closed': 'Dónde Teams no deja escribir al bot',
  'note.closed-chat': '{where}: {meaning} {next}',
  'note.closed-channel': 'Un canal',
  'note.closed-more': 'y {count} más',
  'press.late':
    'Esto tarda más de lo habitual y sigue en marcha. La tarjeta mostrará el resultado; si dentro de un minuto no ha cambiado, pulse de nuevo.',
};
