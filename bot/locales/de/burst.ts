import type { burst as english } from '../en/burst.ts';
import type { Translated } from '../translated.ts';

export const burst: Translated<typeof english> = {
  'burst.title':
    '{count, plural, one {# Nachricht wartet auf eine Entscheidung} other {# Nachrichten warten auf eine Entscheidung}}',
  'burst.title-done':
    '{count, plural, one {# Nachricht, nichts wartet mehr} other {# Nachrichten, nichts wartet mehr}}',
  'burst.next-lapse': 'Die nächste verfällt von selbst um {when}.',
  'burst.for-agent': 'Im Namen von {agent}',
  'burst.details': 'Einzelheiten',
  'burst.details-tooltip': 'Die ganze Karte zu {customer} posten',
  'burst.approve': 'Freigeben',
  'burst.approve-all': '{count, plural, one {Freigeben und senden} other {Alle # freigeben und senden}}',
  'burst.approve-all-tooltip': 'Jede Nachricht senden, die auf dieser Karte wartet',
  'burst.approve-free':
    '{count, plural, one {Die eine freigeben, die hinauskann} other {Die # freigeben, die hinauskönnen}}',
  'burst.approve-free-tooltip': 'Jede Nachricht auf dieser Karte senden, der nichts im Weg steht',
  'burst.would-be-held':
    '{count, plural, one {# davon würde jetzt zurückgehalten: bitte einzeln entscheiden.} other {# davon würden jetzt zurückgehalten: bitte einzeln entscheiden.}}',
  'burst.snoozed-until': 'Zurückgestellt bis {when}',
  'burst.own-card': 'Auf einer eigenen Karte noch einmal gefragt',
  'burst.by': '{title} ({person})',
  'burst.fallback': '{title}. Bitte Teams aktualisieren, um die Karte zu sehen.',
  'burst.said.approved': '{count, plural, one {# freigegeben} other {# freigegeben}}',
  'burst.said.approved-by':
    '{count, plural, one {# von {person} freigegeben} other {# von {person} freigegeben}}',
  'burst.said.declined-by':
    '{count, plural, one {# von {person} abgelehnt} other {# von {person} abgelehnt}}',
  'burst.said.cancelled-by':
    '{count, plural, one {# von {person} abgebrochen} other {# von {person} abgebrochen}}',
  'burst.said.lapsed': '{count, plural, one {# war verfallen} other {# waren verfallen}}',
  'burst.said.held': '{count, plural, one {# wurde zurückgehalten} other {# wurden zurückgehalten}}',
  'burst.said.snoozed': '{count, plural, one {# ist zurückgestellt} other {# sind zurückgestellt}}',
  'burst.said.waiting': '{count, plural, one {# wartet noch} other {# warten noch}}',
  'burst.said.would-be-held':
    '{count, plural, one {# wartet noch, sie würde zurückgehalten} other {# warten noch, sie würden zurückgehalten}}',
  'burst.approved-one': '{customer}: freigegeben, wird gesendet.',
  'burst.declined-one': '{customer}: abgelehnt, nichts wird gesendet.',
  'burst.late.approved':
    '{customer}: {person} hat das um {when} freigegeben; dein Klick hat nichts geändert.',
  'burst.late.declined': '{customer}: {person} hat das um {when} abgelehnt; dein Klick hat nichts geändert.',
  'burst.late.cancelled':
    '{customer}: {person} hat das um {when} abgebrochen; dein Klick hat nichts geändert.',
  'burst.late.other': '{customer}: Das war schon erledigt; dein Klick hat nichts geändert.',
  'burst.details-posted': 'Die ganze Karte zu {customer} wird unten gepostet.',
  'burst.details-there': 'Zu {customer} steht hier schon eine eigene Karte.',
};
