import type { link as english } from '../en/link.ts';
import type { Translated } from '../translated.ts';

export const link: Translated<typeof english> = {
  'link.title': 'Wer du in Genesys bist',
  'link.present.linked': 'Du bist {agent}; {person} hat es bestätigt.',
  'link.present.email': 'Du bist {agent}, der E-Mail-Adresse nach.',
  'link.present.none': 'Dir ist kein Agent in Genesys zugeordnet.',
  'link.present.asked': 'Du wolltest mit {agent} verknüpft werden; noch hat kein Supervisor entschieden.',
  'link.how': 'Ändern: „link“ und deine E-Mail-Adresse in Genesys schreiben; ein Supervisor bestätigt es.',
  'link.asked': 'Die Supervisoren werden gefragt, ob du {agent} bist ({email}). Die Antwort kommt hierher.',
  'link.removed': 'Die Verknüpfung mit {agent} ist aufgehoben.',
  'link.withdrawn': 'Die Anfrage zu {agent} ist zurückgenommen.',
  'link.nothing': 'Es gab keine Verknüpfung und keine offene Anfrage.',
  'link.told.confirmed': '{person} hat bestätigt, dass du in Genesys {agent} bist.',
  'link.told.removed': '{person} hat deine Verknüpfung mit {agent} in Genesys aufgehoben.',
  'link.told.refused':
    '{person} hat nicht bestätigt, dass du in Genesys {agent} bist. Nichts hat sich geändert.',
  'link.card.title': 'Ist das dieselbe Person?',
  'link.card.title.confirmed': 'Verknüpft',
  'link.card.title.refused': 'Nicht verknüpft',
  'link.card.title.withdrawn': 'Anfrage zurückgenommen',
  'link.card.teams': 'In Teams',
  'link.card.genesys': 'Will in Genesys sein',
  'link.card.known': 'Die E-Mail-Adresse dieses Agenten gehört in Teams jemand anderem',
  'link.card.means':
    'Nach einem Ja handelt diese Person hier als dieser Agent: Nachrichten gehen in dessen Namen hinaus. Bitte nur bestätigen, wer bekannt ist.',
  'link.card.confirm': 'Ja, verknüpfen',
  'link.card.confirm-tooltip': '{person} ist {agent}',
  'link.card.refuse': 'Nein',
  'link.card.refuse-tooltip': '{person} ist nicht {agent}, oder ich weiß es nicht',
  'link.card.by.confirmed': 'Bestätigt von {person}',
  'link.card.by.refused': 'Abgelehnt von {person}',
  'link.card.by.withdrawn': 'Zurückgenommen von {person}',
  'link.card.lapses': 'Verfällt von selbst nach einem Tag.',
};
