import type { extension as english } from '../en/extension.ts';
import type { Translated } from '../translated.ts';

export const extension: Translated<typeof english> = {
  'extension.nobody': 'In den letzten 24 Stunden war niemand hier.',
  'extension.nobody-named': 'In den letzten 24 Stunden war niemand namens „{name}“ hier.',
  'extension.late': 'Das hat zu lange gedauert. Bitte such noch einmal.',
  'extension.unmet':
    'Ich kenne dich noch nicht. Öffne einmal einen Chat mit Reachback, schreib „help“ und such dann noch einmal.',
  'extension.left': 'gegangen vor {ago}',
  'extension.active': 'noch hier, zuletzt aktiv vor {ago}',
  'extension.left-alone': 'jetzt nicht: {reason}',

  'extension.title': 'Kunde der letzten 24 Stunden',
  'extension.fallback':
    'Kunde der letzten 24 Stunden: {customer}. Aktualisiere Teams, um die Karte zu sehen.',
  'extension.session-left': 'Gegangen am {when}',
  'extension.session-active': 'Zuletzt aktiv am {when}',
  'extension.open': 'Nachricht vorschlagen',
  'extension.open-tooltip': 'Eine Nachricht an {customer} in deinem Namen schreiben',

  'extension.form-title': 'Nachricht vorschlagen',
  'extension.for-you': 'Der Text eben war im Namen eines anderen. Dieser ist in deinem.',
  'extension.propose': 'Vorschlagen',
  'extension.propose-tooltip':
    'Diese Nachricht an {customer} in deinem Namen vorschlagen; wo Freigabe verlangt ist, wartet sie auf einen Supervisor',

  'extension.done-title': 'Nachricht vorgeschlagen',
  'extension.done': '{agent} hat eine Nachricht an {customer} vorgeschlagen.',
  'extension.done-approval': 'Sie wartet auf einen Supervisor.',
  'extension.done-sending': 'Sie braucht keine Freigabe und wird gleich gesendet.',
  'extension.done-where':
    'Was aus ihr wird, zeigt ihre eigene Karte im Chat des Agenten mit Reachback. Diese hier bleibt, wie sie ist.',

  'extension.needs-agent':
    'Eine Nachricht geht im Namen eines Agenten hinaus, und du bist in Genesys Cloud keiner. Schick diese Karte dem Agenten, der schreiben soll.',
  'extension.not-now': 'An {customer} darf gerade niemand schreiben: {reason}.',
  'extension.gone': 'Dieser Kunde gehört nicht mehr zu denen der letzten 24 Stunden. Such noch einmal.',
};
