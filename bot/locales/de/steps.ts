import type { steps as english } from '../en/steps.ts';
import type { Translated } from '../translated.ts';

export const steps: Translated<typeof english> = {
  'step.proposed': 'Vorgeschlagen, als {agent} verfügbar wurde',
  'step.follow-up': 'Nachfassen gewünscht, im Namen von {agent}',
  'step.waiting': 'Wartet auf einen Supervisor',
  'step.approved': 'Freigegeben von {person}',
  'step.approved-policy': 'Nach Regeln frei, keine Freigabe nötig',
  'step.declined': 'Abgelehnt von {person}',
  'step.expired': 'Vor dem Verfall hat niemand entschieden',
  'step.held': 'Zurückgehalten: {reason}',
  'step.sending': 'Unterwegs zu Genesys, noch nicht angenommen',
  'step.about-to-send': 'Wird gleich gesendet',
  'step.waits-for-hour': 'Wird später gesendet',
  'step.scheduled': 'Wird gesendet am {when}',
  'step.would-leave': 'Wird nach einem Ja gesendet am {when}',
  'step.cancelled': 'Abgebrochen von {person}',
  'step.sent': 'Von Genesys angenommen',
  'step.not-yet-delivered': 'Noch nicht im Browser angekommen',
  'step.delivered': 'Im Browser angekommen',
  'step.undelivered': 'Niemand da, die Nachricht wartet',
  'step.replied': 'Es kam eine Antwort',
  'step.opted-out': 'Die Antwort: bitte nicht mehr schreiben',
  'step.opted-out-next': 'Reachback schreibt hier nicht mehr. Bitte auch von Hand nicht mehr schreiben.',
  'step.unknown': 'Die Antwort von Genesys ging verloren: Die Nachricht wird gesucht',
  'step.unknown-next': 'Sie wird nicht noch einmal gesendet. Bitte warten, bevor jemand schreibt.',
  'step.asked': 'Die Antwort von Genesys ging verloren, und die Nachricht wurde nicht gefunden',
  'step.asked-next':
    'Bitte das Gespräch in Genesys Cloud ansehen und hier sagen, ob sie da ist. Nichts wird noch einmal gesendet.',
  'step.failed': 'Fehlgeschlagen: {meaning}',
  'step.failed-likely': 'Wohl: {likely}',
  'step.failed-next': 'Weiter: {next}',
  'step.failed-unclear': 'die Ursache wurde nicht festgehalten',
  'step.failed-unclear-next': 'Bitte im Protokoll nach der Kennung dieser Nachricht suchen.',
  'step.code': 'Code {code}',

  'ago.minutes': '{count, plural, =0 {weniger als eine Minute} one {# Minute} other {# Minuten}}',
  'ago.hours':
    '{hours, plural, one {# Stunde} other {# Stunden}}{minutes, plural, =0 {} one { # Minute} other { # Minuten}}',
};
