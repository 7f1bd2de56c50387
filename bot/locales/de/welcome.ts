import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof english> = {
  'welcome.title': 'Hallo, ich bin Reachback',
  'welcome.personal':
    'Wenn du in Genesys verfügbar wirst, suche ich jemanden, der in den letzten 24 Stunden hier war, und sende in deinem Namen eine Nachricht, wo verlangt erst nach Freigabe. Eine Karte hier zeigt, was wirklich damit geschah.',
  'welcome.supervisor':
    'Wenn ein Agent in Genesys verfügbar wird, suche ich jemanden, der in den letzten 24 Stunden hier war, und schlage eine Nachricht vor. Ihre Karte kommt in den Kanal, in dem ich installiert bin: Dort entscheidest du, und sie zeigt, was wirklich geschah.',
  'welcome.channel':
    'Wenn ein Agent in Genesys verfügbar wird, suche ich jemanden, der in den letzten 24 Stunden hier war, und schlage eine Nachricht vor. Ihre Karte kommt in diesen Kanal: Supervisoren entscheiden hier, und die Karte zeigt, was wirklich geschah.',
  'welcome.try': 'Zum Ausprobieren',
  'welcome.try-in-channel': 'Zum Ausprobieren, mit mir als Erwähnung',
  'welcome.status': 'Wie es gerade steht',
  'welcome.who': 'Personen und Rollen, für Supervisoren',
  'welcome.help': 'Alles, was ich verstehe',
  'welcome.supervisors': 'Supervisoren',
  'welcome.supervisors.more': 'und {count, number} weitere',
  'welcome.supervisors.none':
    'Noch niemand: Ein Administrator trägt sie ein, in SUPERVISORS oder SUPERVISOR_TEAM.',
  'welcome.you': 'Du in Genesys',
  'welcome.you.none':
    'Noch hat kein Agent deine E-Mail-Adresse. Sag „link“ und deine E-Mail-Adresse in Genesys.',
};
