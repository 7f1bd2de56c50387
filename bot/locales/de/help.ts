import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Was ich tue',
  'help.intro':
    'Wenn ein Agent verfügbar wird, suche ich jemanden, der in den letzten 24 Stunden hier war, und sende in seinem Namen eine Nachricht, wo verlangt erst nach Freigabe. Die Karte zeigt, was wirklich damit geschah.',
  'help.everyone': 'Für alle',
  'help.help': 'Diese Seite',
  'help.status':
    'Wie es steht: Verbindung, Zahlen von heute, was angehalten ist; für Agenten die eigene Präsenz',
  'help.link': 'Wer du in Genesys bist; mit E-Mail-Adresse: einen Supervisor um Bestätigung bitten',
  'help.unlink': 'Verknüpfung oder Anfrage zurücknehmen',
  'help.agents': 'Für Agenten, im persönlichen Chat',
  'help.pause': 'Keine neuen Nachrichten in deinem Namen: eine Zeit lang oder bis „resume“',
  'help.resume': 'Nachrichten dürfen wieder hinaus',
  'help.presence': 'Deine Präsenz in Genesys setzen',
  'help.supervisors': 'Für Supervisoren',
  'help.supervisors.status': 'Die Zahlen aller, und was auf eine Entscheidung wartet',
  'help.supervisors.unlink': 'Mit E-Mail-Adresse: die Verknüpfung dieser Person aufheben',
  'help.supervisors.pause': 'Dasselbe für alle auf einmal; „pause me“ nur für dich',
  'help.policy': 'Die geltenden Regeln; Supervisoren ändern sie dort',
  'help.audit':
    'Wer was warum entschieden hat: mit Namen zu dieser Person; „policy“, „partners“: Änderungen; „tickets“: Übergabe-Tickets',
  'help.who': 'Personen, ihre Rollen und Agenten; mit einem Teil des Namens nur diese',
  'help.in-channel': 'In einem Kanal bitte zuerst mich erwähnen.',
};
