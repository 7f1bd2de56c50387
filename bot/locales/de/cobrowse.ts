import type { cobrowse as english } from '../en/cobrowse.ts';
import type { Translated } from '../translated.ts';

export const cobrowse: Translated<typeof english> = {
  'cobrowse.title.asking': 'Cobrowsing: unterwegs zu Genesys',
  'cobrowse.title.offered': 'Cobrowsing angeboten',
  'cobrowse.title.accepted': 'Cobrowsing angenommen',
  'cobrowse.title.rejected': 'Cobrowsing abgelehnt',
  'cobrowse.title.expired': 'Cobrowsing: Angebot abgelaufen',
  'cobrowse.title.ended': 'Cobrowsing beendet',
  'cobrowse.title.over': 'Cobrowsing: Das Angebot ist vorbei',
  'cobrowse.title.unknown': 'Cobrowsing: noch nicht bekannt',
  'cobrowse.title.missing': 'Cobrowsing: nicht gefunden',
  'cobrowse.title.refused': 'Cobrowsing wurde nicht angeboten',
  'cobrowse.mode': 'Erlaubt ist',
  'cobrowse.mode.view': 'nur ansehen',
  'cobrowse.mode.control': 'ansehen und auf der Seite handeln',
  'cobrowse.code': 'Code zum Beitreten',
  'cobrowse.stands-till':
    'Das Angebot gilt bis {time}. Vor der Zustimmung der Kundin oder des Kunden wird nichts geteilt.',
  'cobrowse.step.asking': 'Das Angebot ist unterwegs zu Genesys, noch nicht angenommen',
  'cobrowse.step.offered': 'Der Kundin oder dem Kunden angeboten',
  'cobrowse.step.waiting': 'Noch keine Antwort',
  'cobrowse.step.accepted': 'Von der Kundin oder dem Kunden angenommen',
  'cobrowse.step.accepted-next': 'Die Seite öffnet sich in Ihrem Genesys-Cloud-Fenster.',
  'cobrowse.step.rejected': 'Von der Kundin oder dem Kunden abgelehnt',
  'cobrowse.step.expired': 'Keine Antwort in der Zeit',
  'cobrowse.step.ended': 'Die Sitzung ist beendet',
  'cobrowse.step.over': 'Das Angebot ist vorbei; Genesys sagt nicht, was geantwortet wurde',
  'cobrowse.step.over-next': 'In Genesys ist es im Gespräch zu sehen.',
  'cobrowse.step.unknown': 'Die Rückmeldung von Genesys ging verloren: Das Angebot wird gesucht',
  'cobrowse.step.unknown-next': 'Es wird nicht von selbst wiederholt. Bitte einen Moment warten.',
  'cobrowse.step.missing': 'Das Angebot wurde gesucht und nicht gefunden',
  'cobrowse.step.missing-next':
    'Falls es hinausging, ist es inzwischen abgelaufen. Bieten Sie es erneut an, wenn es noch passt.',
  'cobrowse.step.refused': 'Genesys hat das Angebot nicht angenommen',
  'cobrowse.start': 'Cobrowsing starten',
  'cobrowse.start-tooltip':
    '{customer} anbieten, die Seite gemeinsam anzusehen; entschieden wird auf der anderen Seite',
  'cobrowse.start-control': 'Cobrowsing mit Steuerung',
  'cobrowse.start-control-tooltip':
    '{customer} anbieten, dass Sie die Seite ansehen und darauf handeln; entschieden wird auf der anderen Seite',
  'cobrowse.again': 'Erneut anbieten',
  'cobrowse.places.title': 'Cobrowsing',
  'cobrowse.places.about':
    'Die Gespräche, in denen Sie verbunden sind. Ob geteilt wird, entscheidet die Kundin oder der Kunde.',
  'cobrowse.places.none':
    'Sie sind in keinem mir bekannten Web-Gespräch verbunden. Nehmen Sie eines in Genesys an, oder schreiben Sie „cobrowse“ und die Gesprächs-ID.',
  'cobrowse.said.title': 'Cobrowsing',
  'cobrowse.said.offered': 'Die Karte dazu zeigt hier, was aus dem Angebot wird.',
  'help.cobrowse':
    'Im laufenden Gespräch anbieten, die Seite gemeinsam anzusehen; mit einer Gesprächs-ID in jenem Gespräch',
};
