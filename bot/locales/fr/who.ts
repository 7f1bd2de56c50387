import type { who as english } from '../en/who.ts';
import type { Translated } from '../translated.ts';

export const who: Translated<typeof english> = {
  'who.title': 'Personnes et rôles',
  'who.count':
    '{count, plural, one {# personne connue dans Teams} many {# de personnes connues dans Teams} other {# personnes connues dans Teams}}',
  'who.supervisor.named': 'Superviseur, nommé dans SUPERVISORS',
  'who.supervisor.owner': 'Superviseur, propriétaire de l’équipe des superviseurs',
  'who.agent.email': 'Agent Genesys {agent}, d’après l’adresse e-mail',
  'who.agent.linked': 'Agent Genesys {agent}, lié par {person}',
  'who.agent.same-email': 'Agent Genesys, d’après l’adresse e-mail',
  'who.agent.same-linked': 'Agent Genesys, lié par {person}',
  'who.agent.none': 'Aucun agent Genesys',
  'who.app.installed': 'Application installée',
  'who.app.removed': 'Application supprimée',
  'who.app.never': 'Application pas encore installée',
  'who.more':
    '{count, plural, one {Et # autre.} many {Et # d’autres.} other {Et # autres.}} Écrivez «\u00a0who\u00a0» suivi d’une partie du nom pour trouver quelqu’un.',
  'who.nobody': 'Personne ne correspond.',
  'who.unmatched': 'Agents Genesys auxquels personne n’est associé dans Teams',
  'who.owners.read': 'Propriétaires de l’équipe des superviseurs, lus le {when}',
  'who.owners.unread':
    'Les propriétaires de l’équipe des superviseurs ne sont pas connus pour l’instant\u00a0: seul SUPERVISORS compte.',
};
