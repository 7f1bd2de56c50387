import type { policy as english } from '../en/policy.ts';
import type { Translated } from '../translated.ts';

export const policy: Translated<typeof english> = {
  'policy.title': 'Regeln',
  'policy.mode': 'Modus',
  'policy.quiet-hours': 'Ruhezeit',
  'policy.quiet-hours.span': '{from} bis {to}, Ortszeit der Person',
  'policy.quiet-hours.off': 'Keine: geschrieben wird zu jeder Stunde',
  'policy.time-zone': 'Zeitzone',
  'policy.time-zone.value': '{zone}, wo die eigene nicht bekannt ist',
  'policy.contact-again': 'Wieder schreiben',
  'policy.contact-again.value':
    'Frühestens {hours, plural, one {# Stunde} other {# Stunden}} nach der letzten Nachricht',
  'policy.approval': 'Freigabe',
  'policy.approval.value': 'Verfällt nach {minutes, plural, one {# Minute} other {# Minuten}}',
  'policy.cobrowse': 'Cobrowsing',
  'policy.cobrowse.off': 'Nur ansehen',
  'policy.cobrowse.on': 'Auf der Seite handeln erlaubt, wo der Messenger es zulässt',
  'policy.text': 'Nachricht',
  'policy.place.customer': '[Name]',
  'policy.place.agent': '[Agent]',
  'policy.place.queue': '[Warteschlange]',
  'policy.configured': 'Konfiguriert: {value}',
  'policy.last-change': 'Zuletzt geändert',
  'policy.never-changed': 'Nie: alles ist wie konfiguriert.',
  'policy.read-only': 'Ändern kann die Regeln ein Supervisor.',
  'policy.unreadable':
    'Die gespeicherten Regeln sind nicht vollständig lesbar. Bis ein Supervisor sie ändert, gilt für das Unlesbare, was konfiguriert ist, und jede Nachricht braucht eine Freigabe (Code {code}).',

  'policy.change.line': '{label}: {from} → {to}',
  'policy.change.text': '{label}: ein anderer Text',
  'policy.change.nothing': 'Zurück zum Konfigurierten, nichts war anders',
  'policy.change.unreadable': 'Was geändert wurde, ist nicht lesbar',

  'policy.edit.mode': 'Modus',
  'policy.edit.mode-tooltip':
    'Wählen, ob Nachrichten eine Freigabe brauchen und was beim Cobrowsing erlaubt ist',
  'policy.edit.quiet': 'Ruhezeit',
  'policy.edit.quiet-tooltip': 'Ruhezeit und Zeitzone ändern',
  'policy.edit.limits': 'Fristen',
  'policy.edit.limits-tooltip': 'Ändern, wann wieder geschrieben werden darf und wann Freigaben verfallen',
  'policy.edit.text': 'Nachricht',
  'policy.edit.text-tooltip': 'Ändern, was geschrieben wird',
  'policy.reset': 'Wie konfiguriert',
  'policy.reset-tooltip': 'Alle Änderungen von hier zurücknehmen',
  'policy.form.quiet-hours': 'Ruhezeit, etwa 21:00-08:00, oder off für keine',
  'policy.form.time-zone': 'Zeitzone, wo die eigene nicht bekannt ist, etwa Europe/Berlin',
  'policy.form.hours': 'Stunden, bis wieder geschrieben werden darf, 1 bis 8760',
  'policy.form.minutes': 'Minuten, bis eine nicht erteilte Freigabe verfällt, 1 bis 1440',
  'policy.form.text': "Nachricht, mit '{customer}', '{agent}' und '{queue}' an der Stelle der Namen",
  'policy.form.missing': 'Bitte ausfüllen.',
  'policy.save': 'Speichern',
  'policy.save-tooltip': 'Ab jetzt gilt das für alle',

  'policy.said.changed': 'Gespeichert. Gilt ab jetzt.',
  'policy.said.unchanged': 'So war es schon: nichts wurde geändert.',
  'policy.said.meanwhile':
    'Jemand anderes hat die Regeln inzwischen geändert, deine Änderung wurde nicht gespeichert. So gilt es jetzt:',

  'policy.sure.title': 'Bist du sicher?',
  'policy.sure.automatic': 'Ab jetzt gehen Nachrichten ohne Freigabe hinaus. Sicher?',
  'policy.sure.quiet-hours': 'Ab jetzt darf zu Stunden geschrieben werden, die bisher Ruhezeit sind. Sicher?',
  'policy.sure.cobrowse-control':
    'Ab jetzt darf auf der Seite von Kundinnen und Kunden gehandelt werden, nicht nur zugesehen. Sicher?',
  'policy.sure.contact-again':
    'Ab jetzt darf demselben Kunden früher wieder geschrieben werden als bisher. Sicher?',
  'policy.sure.yes': 'Ja, ab jetzt',
  'policy.sure.yes-tooltip': 'Das für alle gelten lassen',
  'policy.sure.no': 'Nein, so lassen',
  'policy.sure.no-tooltip': 'Nichts ändern und die Regeln zeigen',
};
