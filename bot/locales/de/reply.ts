import type { reply as english } from '../en/reply.ts';
import type { Translated } from '../translated.ts';

export const reply: Translated<typeof english> = {
  'reply.to-our-message': 'Antwort auf',
  'reply.their-words': 'Worte der Kundin oder des Kunden',
  'reply.unreadable':
    'Die Antwort konnte hier nicht gelesen werden. In Genesys ist sie im Gespräch zu sehen.',
  'reply.picture': '{name, select, none {Ein Bild} other {Ein Bild: {name}}}',
  'reply.video': '{name, select, none {Ein Video} other {Ein Video: {name}}}',
  'reply.sound': '{name, select, none {Eine Tonaufnahme} other {Eine Tonaufnahme: {name}}}',
  'reply.file': '{name, select, none {Eine Datei} other {Eine Datei: {name}}}',
  'reply.quoted': '„{text}“',
  'reply.state.sending': 'Ihre Antwort ist unterwegs zu Genesys, noch nicht angenommen',
  'reply.state.sent': 'Ihre Antwort wurde von Genesys angenommen',
  'reply.state.refused': 'Ihre Antwort wurde nicht gesendet',
  'reply.state.unknown': 'Die Rückmeldung von Genesys ging verloren: Ihre Antwort wird gesucht',
  'reply.state.missing': 'Ihre Antwort ist nicht angekommen',
  'reply.next.unknown': 'Sie wird nicht noch einmal gesendet. Bitte einen Moment warten.',
  'reply.next.missing':
    'Sie wurde gesucht und steht nicht im Gespräch. Senden Sie sie erneut, wenn sie noch passt.',
  'reply.open': 'Antworten',
  'reply.open-tooltip': '{customer} im eigenen Namen schreiben',
  'reply.text': 'Ihre Antwort im Wortlaut',
  'reply.text-missing': 'Bitte die Antwort schreiben.',
  'reply.send': 'Antwort senden',
  'reply.send-tooltip': 'Jetzt im eigenen Namen an {customer} senden',
  'reply.sign-in': 'Anmelden, um hier zu antworten',
  'reply.in-genesys': 'In Genesys öffnen',
  'reply.in-genesys-tooltip': 'Das Gespräch mit {customer} in Genesys Cloud öffnen',
  'reply.link-good': 'Der Link zur Anmeldung gilt nur für Sie, einmal und zehn Minuten lang.',
  'reply.why.sign-in':
    'Um von hier zu antworten, melden Sie sich zuerst bei Genesys Cloud an: Die Antwort geht in Ihrem eigenen Namen hinaus.',
  'reply.why.not-set-up': 'Antworten von hier sind nicht eingerichtet. Bitte in Genesys antworten.',
  'reply.why.reply.not-signed-in':
    'Nicht gesendet: Sie sind hier nicht (mehr) bei Genesys Cloud angemeldet. Melden Sie sich an und senden Sie die Antwort dann erneut.',
  'reply.why.reply.sign-in.ended':
    'Nicht gesendet: Ihre Anmeldung bei Genesys Cloud ist abgelaufen. Melden Sie sich an und senden Sie die Antwort dann erneut.',
  'reply.why.reply.not-connected':
    'Nicht gesendet: Sie sind in diesem Gespräch nicht verbunden. Nehmen Sie es in Genesys an und senden Sie die Antwort dann erneut.',
};
