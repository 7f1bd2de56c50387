import type { candidates as english } from '../en/candidates.ts';
import type { Translated } from '../translated.ts';

export const candidates: Translated<typeof english> = {
  'candidates.title': 'Wem du schreiben kannst',
  'candidates.nobody': 'Gerade niemand, dem du schreiben kannst',
  'candidates.as-of': 'Stand: {when}',
  'candidates.paused':
    'Der Versand ist angehalten, für dich oder für alle. „status“ sagt, von wem; „resume“ beendet deine eigene Pause.',
  'candidates.none-here': 'In den letzten 24 Stunden war niemand hier.',
  'candidates.all-left-alone':
    '{count, plural, one {Die eine Person der letzten 24 Stunden wird in Ruhe gelassen.} other {Alle # Personen der letzten 24 Stunden werden in Ruhe gelassen.}}',
  'candidates.feed-stale':
    'Von Genesys Cloud seit {age} nichts gehört: Hier kann jemand fehlen. Jede Nachricht wird vor dem Senden noch einmal geprüft.',
  'candidates.quiet-hours':
    'Nach der Uhr eurer Organisation ist Ruhezeit: Eine Nachricht geht nur hinaus, wo die Uhr der Person etwas anderes sagt.',

  'candidates.session.agent': 'Von einem Agenten beendet {when} · {ago} her',
  'candidates.session.customer': 'Gegangen {when} · {ago} her',
  'candidates.session.timed-out': 'Abgelaufen {when} · {ago} her',
  'candidates.session.flow': 'Vom Flow beendet {when} · {ago} her',
  'candidates.session.fault': 'Verbindung abgerissen {when} · {ago} her',
  'candidates.session.ended': 'Beendet {when} · {ago} her',
  'candidates.session.active': 'Noch verbunden, niemand kümmert sich; zuletzt aktiv {when} · {ago} her',

  'candidates.why': 'Warum hier: {reasons}',
  'candidates.why.served-by-agent': 'zuletzt von dir betreut',
  'candidates.why.queue-of-agent': 'deine Warteschlange',
  'candidates.why.neither': 'auf einem Kanal, den du bedienst',
  'candidates.why.abandoned': 'gegangen, ohne jemanden zu erreichen',
  'candidates.order':
    'Reihenfolge: von dir betreut, dann deine Warteschlangen, dann die übrigen; darin zuerst, wer niemanden erreicht hat, dann die jüngsten.',
  'candidates.more': 'Und {count, number} weitere.',
  'candidates.left-alone': 'In Ruhe gelassen: {list}',
  'candidates.left.opted-out': '{count, number} auf eigenen Wunsch',
  'candidates.left.connected-now': '{count, number} im Gespräch',
  'candidates.left.agent-not-on-channel': '{count, number} auf Kanälen, die du nicht bedienst',
  'candidates.left.no-route': '{count, number} auf keinem Weg erreichbar',
  'candidates.left.open-outreach': '{count, number} mit offener Nachricht',
  'candidates.left.contacted-recently': '{count, number} vor Kurzem angeschrieben',
  'candidates.left.declined-recently': '{count, number} vor Kurzem von einem Supervisor abgelehnt',
  'candidates.left.failed-recently': '{count, number} mit eben fehlgeschlagener Nachricht',
  'candidates.left.other': '{count, number} aus anderen Gründen',

  'candidates.write': 'Schreiben',
  'candidates.write-tooltip': '{customer} schreiben',
  'candidates.text': 'Nachricht im Wortlaut',
  'candidates.text-missing': 'Bitte die Nachricht schreiben.',
  'candidates.send': 'Senden',
  'candidates.send-tooltip': 'Diese Nachricht jetzt in deinem Namen an {customer} senden',
  'candidates.ask': 'Zur Freigabe senden',
  'candidates.ask-tooltip': 'Diese Nachricht an {customer} einem Supervisor vorlegen',
  'candidates.look-again': 'Neu nachsehen',
  'candidates.look-again-tooltip': 'Diese Liste neu erstellen',
  'candidates.said': 'Deine Nachricht an {customer} ist in Arbeit. Ihre eigene Karte sagt, was daraus wird.',
  'candidates.said-approval':
    'Ein Supervisor wird nach deiner Nachricht an {customer} gefragt. Nach der Entscheidung kommt die Karte dazu.',
  'candidates.because': 'Grund: {reason}.',

  'step.by-hand': 'Gewünscht von {agent}',
  'help.candidates': 'Wem du jetzt schreiben könntest und warum; von dort aus schreibst du',
};
