import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn: Translated<typeof english> = {
  'sign-in.title': 'Bei Genesys Cloud anmelden',
  'sign-in.why':
    'Angemeldet als {agent} können Sie Ihren Kundinnen und Kunden hier von der Karte aus antworten, im eigenen Namen.',
  'sign-in.already': 'Sie sind als {agent} angemeldet. „sign out“ beendet das; der Link meldet Sie neu an.',
  'sign-in.how-long':
    'Der Link gilt nur für Sie, einmal und zehn Minuten lang. Die Anmeldung steht nur im Arbeitsspeicher: Nach einem Neustart des Bots melden Sie sich neu an.',
  'sign-in.open': 'Anmelden',
  'sign-in.open-tooltip': 'Die Anmeldeseite von Genesys Cloud öffnen',
  'sign-out.title': 'Abmelden',
  'sign-out.done': 'Sie sind abgemeldet. Antworten von hier brauchen eine neue Anmeldung.',
  'sign-out.nothing': 'Sie waren nicht angemeldet.',
  'sign-in.page.done-title': 'Sie sind angemeldet',
  'sign-in.page.done':
    'Reachback darf Ihre Antworten jetzt als {agent} senden. Zurück in Teams hat die Karte die Schaltfläche „Antworten“.',
  'sign-in.page.close': 'Sie können diese Seite schließen.',
  'sign-in.page.failed-title': 'Sie sind nicht angemeldet',
  'sign-in.page.again': 'Schreiben Sie dem Bot in Teams „sign in“ für einen neuen Link.',
  'sign-in.page.link-spent':
    'Dieser Link gilt nicht mehr: Er gilt einmal, zehn Minuten lang und nicht über einen Neustart des Bots hinaus.',
  'sign-in.page.cancelled': 'Genesys Cloud hat Sie nicht angemeldet. Es wurde nichts gespeichert.',
  'sign-in.page.code-refused':
    'Genesys Cloud hat die Anmeldung nicht bestätigt. Es wurde nichts gespeichert.',
  'sign-in.page.client-refused':
    'Die Anmeldung ist hier nicht richtig eingerichtet. Bitte nennen Sie Ihrer Administration den Code unten.',
  'sign-in.page.other-person':
    'Bei Genesys Cloud hat sich jemand anderes angemeldet als die Person, für die dieser Link war. Es wurde nichts gespeichert. Melden Sie sich in diesem Browser zuerst bei Genesys Cloud ab.',
  'sign-in.page.not-set-up': 'Die Anmeldung ist in dieser Installation nicht eingerichtet.',
  'sign-in.page.unanswered': 'Genesys Cloud hat gerade nicht geantwortet. Es wurde nichts gespeichert.',
  'help.sign-in': 'Sich selbst bei Genesys anmelden, um von der Karte aus zu antworten',
  'help.sign-out': 'Diese Anmeldung beenden',
};
