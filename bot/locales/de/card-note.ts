import type { cardNote as english } from '../en/card-note.ts';
import type { Translated } from '../translated.ts';

export const cardNote: Translated<typeof english> = {
  'note.replaces':
    'Diese Karte ersetzt [eine frühere]({link}), die Teams nicht mehr ändern lässt. Es gilt diese hier.',
  'note.replaces-unlinked':
    'Diese Karte ersetzt eine frühere, die Teams nicht mehr ändern lässt. Es gilt diese hier.',
  'note.agent-untold': '{agent} sieht diese Karte nicht im Chat mit dem Bot. {meaning} {next}',
  'note.too-big':
    'Teams nimmt die ganze Karte nicht an, deshalb lässt sich hier nichts entscheiden. Alles andere geht seinen Gang.',
  'note.closed': 'Wo Teams den Bot nicht schreiben lässt',
  'note.closed-chat': '{where}: {meaning} {next}',
  'note.closed-channel': 'Ein Kanal',
  'note.closed-more': '{count, plural, one {und # weiterer Chat} other {und # weitere Chats}}',
  'press.late':
    'Das dauert länger als sonst und läuft weiter. Die Karte zeigt, was daraus wird; sieht sie in einer Minute noch genauso aus, bitte noch einmal drücken.',
};
