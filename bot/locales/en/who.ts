/** The card of people and roles. */
export const who = {
  'who.title': 'People and roles',
  'who.count': '{count, plural, one {# person known in Teams} other {# people known in Teams}}',
  'who.supervisor.named': 'Supervisor, named in SUPERVISORS',
  'who.supervisor.owner': 'Supervisor, owner of the supervisors’ team',
  'who.agent.email': 'Genesys agent {agent}, by e-mail address',
  'who.agent.linked': 'Genesys agent {agent}, linked by {person}',
  'who.agent.same-email': 'Genesys agent, by e-mail address',
  'who.agent.same-linked': 'Genesys agent, linked by {person}',
  'who.agent.none': 'No Genesys agent',
  'who.app.installed': 'App installed',
  'who.app.removed': 'App removed',
  'who.app.never': 'App not installed yet',
  'who.more':
    '{count, plural, one {And # more.} other {And # more.}} Say “who” and part of a name to find somebody.',
  'who.nobody': 'Nobody fits.',
  'who.unmatched': 'Genesys agents nobody in Teams is matched to',
  'who.owners.read': 'Owners of the supervisors’ team, as read {when}',
  'who.owners.unread': 'Who owns the supervisors’ team is not known just now: only SUPERVISORS counts.',
} as const;
