import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Was ich tue',
  'help.intro':
    'Wenn ein Agent verfügbar wird, suche ich jemanden, der in den letzten 24 Stunden hier war, und sende in seinem Namen eine Nachricht, wo verlangt erst nach Freigabe. Die Karte zeigt, was wirklich damit geschah.',
  'help.commands': 'Befehle',
  'help.help': 'Diese Seite',
  'help.status': 'Lebt die Verbindung, was ging heute hinaus, was ist angehalten',
  'help.pause': 'Keine neuen Nachrichten: deine im persönlichen Chat, alle als Aufsicht',
  'help.resume': 'Weiter',
  'help.in-channel': 'In einem Kanal bitte zuerst mich erwähnen.',
};
