import type { who as english } from '../en/who.ts';
import type { Translated } from '../translated.ts';

export const who: Translated<typeof english> = {
  'who.title': 'Personen und Rollen',
  'who.count': '{count, plural, one {# Person aus Teams bekannt} other {# Personen aus Teams bekannt}}',
  'who.supervisor.named': 'Supervisor, in SUPERVISORS genannt',
  'who.supervisor.owner': 'Supervisor, Besitzer des Supervisor-Teams',
  'who.agent.email': 'Agent {agent} in Genesys, der E-Mail-Adresse nach',
  'who.agent.linked': 'Agent {agent} in Genesys, verknüpft von {person}',
  'who.agent.same-email': 'Agent in Genesys, der E-Mail-Adresse nach',
  'who.agent.same-linked': 'Agent in Genesys, verknüpft von {person}',
  'who.agent.none': 'Kein Agent in Genesys',
  'who.app.installed': 'App installiert',
  'who.app.removed': 'App entfernt',
  'who.app.never': 'App noch nicht installiert',
  'who.more':
    '{count, plural, one {Und # weitere.} other {Und # weitere.}} Mit „who“ und einem Teil des Namens findest du jemanden.',
  'who.nobody': 'Niemand passt.',
  'who.unmatched': 'Agenten in Genesys, denen niemand in Teams zugeordnet ist',
  'who.owners.read': 'Besitzer des Supervisor-Teams, gelesen {when}',
  'who.owners.unread': 'Wem das Supervisor-Team gehört, ist gerade nicht bekannt: Es zählt nur SUPERVISORS.',
};
