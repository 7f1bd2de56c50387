import type { history as english } from '../en/history.ts';
import type { Translated } from '../translated.ts';

export const history: Translated<typeof english> = {
  'history.title.you': 'Deine letzten Nachrichten',
  'history.title.all': 'Die letzten Nachrichten von allen',
  'history.named': 'An Personen mit dem Namen „{name}“',
  'history.none': 'Noch keine Nachricht.',
  'history.none-named': 'Keine Nachricht an jemanden mit dem Namen „{name}“.',
  'history.by': 'im Namen von {agent}',
  'history.older': 'Es gibt ältere. Sag „history“ und einen Namen, um eine zu finden.',
  'history.hint': 'Sag „history“ und einen Namen für diese Person allein.',

  'history.state.proposed': 'Vorgeschlagen',
  'history.state.awaiting-approval': 'Wartet auf einen Supervisor',
  'history.state.approved': 'Freigegeben, geht gleich hinaus',
  'history.state.scheduled': 'Freigegeben, geht {when} hinaus',
  'history.state.sending': 'Unterwegs zu Genesys, noch nicht angenommen',
  'history.state.sent': 'Von Genesys angenommen, noch nicht im Browser · keine Antwort',
  'history.state.delivered': 'Im Browser angekommen · keine Antwort',
  'history.state.undelivered': 'Von Genesys angenommen, niemand da, die Nachricht wartet · keine Antwort',
  'history.state.replied': 'Antwort erhalten',
  'history.state.opted-out': 'Die Antwort: bitte nicht mehr schreiben',
  'history.state.declined': 'Abgelehnt, nichts wurde gesendet',
  'history.state.expired': 'Nicht rechtzeitig entschieden, nichts wurde gesendet',
  'history.state.held': 'Zurückgehalten, nichts wurde gesendet: {reason}',
  'history.state.failed': 'Fehlgeschlagen, nichts wurde gesendet · Code {code}',
  'history.state.unknown': 'Noch nicht bekannt, ob sie ankam',
  'history.state.asked': 'Nicht bekannt, ob sie ankam: Die Karte fragt jemanden',
  'history.state.cancelled': 'Zurückgenommen, nichts wurde gesendet',

  'help.history': 'Was aus deinen letzten Nachrichten wurde; mit einem Namen aus denen an diese Person',
  'help.supervisors.history':
    'Was aus den letzten Nachrichten von allen wurde; mit einem Namen aus denen an diese Person',
};
