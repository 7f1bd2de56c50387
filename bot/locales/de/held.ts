import type { held as english } from '../en/held.ts';
import type { Translated } from '../translated.ts';

export const held: Translated<typeof english> = {
  'held.outside-24h': 'die letzte Aktivität liegt mehr als 24 Stunden zurück',
  'held.paused': 'der Versand ist angehalten',
  'held.contacted-recently': 'diese Person wurde vor Kurzem angeschrieben',
  'held.declined-recently': 'ein Supervisor hat eine Nachricht an diese Person vor Kurzem abgelehnt',
  'held.failed-recently': 'eine Nachricht an diese Person ist vor Kurzem gescheitert',
  'held.open-outreach': 'eine andere Nachricht an diese Person ist noch offen',
  'held.connected-now': 'die Person ist gerade in einem Gespräch',
  'held.assigned-to-another-agent': 'die Person spricht gerade mit einem anderen Agenten',
  'held.parked': 'ein Agent hat das Gespräch geparkt und kommt darauf zurück',
  'held.cleared': 'die Person hat das Gespräch im Messenger gelöscht',
  'held.permission-missing': 'dem OAuth-Client fehlt die Berechtigung für diese Nachricht',
  'held.region-mismatch': 'die eingestellten Hosts gehören nicht zu einer Region von Genesys Cloud',
  'held.waiting-in-queue': 'die Person wartet gerade in einer Warteschlange',
  'held.session-expired': 'die Sitzung ist abgelaufen',
  'held.no-route':
    'kein Weg zu dieser Person: kein bekannter Kontakt, und die Organisation bietet keinen anderen',
  'held.agent-not-on-channel': 'der Agent gehört zu keiner Warteschlange dieses Kanals',
  'held.quiet-hours': 'dort ist gerade Ruhezeit',
  'held.opted-out': 'die Person möchte nicht angeschrieben werden',
  'held.conversation-gone': 'das Gespräch gibt es in Genesys Cloud nicht mehr',
  'held.agent-no-longer-available': 'der Agent ist nicht mehr verfügbar',
  'held.approval-needed': 'inzwischen ist eine Freigabe nötig, und für diese Nachricht gibt es keine',
  'held.other': 'die Regel „{code}“ sagt nein',
};
