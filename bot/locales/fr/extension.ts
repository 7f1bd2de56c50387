import type { extension as english } from '../en/extension.ts';
import type { Translated } from '../translated.ts';

export const extension: Translated<typeof english> = {
  'extension.nobody': 'Personne n’est venu au cours des dernières 24\u00a0heures.',
  'extension.nobody-named':
    'Personne du nom de «\u00a0{name}\u00a0» n’est venu au cours des dernières 24\u00a0heures.',
  'extension.late': 'Cela a pris trop de temps. Relancez la recherche.',
  'extension.unmet':
    'Je ne vous connais pas encore. Ouvrez une fois un chat avec Reachback, écrivez «\u00a0help\u00a0», puis relancez la recherche.',
  'extension.left': 'parti il y a {ago}',
  'extension.active': 'encore là, actif il y a {ago}',
  'extension.left-alone': 'pas maintenant\u00a0: {reason}',

  'extension.title': 'Client des dernières 24\u00a0heures',
  'extension.fallback':
    'Client des dernières 24\u00a0heures\u00a0: {customer}. Mettez Teams à jour pour voir la carte.',
  'extension.session-left': 'Parti le {when}',
  'extension.session-active': 'Dernière activité le {when}',
  'extension.open': 'Proposer un message',
  'extension.open-tooltip': 'Écrire un message à {customer} en votre nom',

  'extension.form-title': 'Proposer un message',
  'extension.for-you': 'Le texte affiché était au nom de quelqu’un d’autre. Celui-ci est au vôtre.',
  'extension.propose': 'Proposer',
  'extension.propose-tooltip':
    'Proposer ce message à {customer} en votre nom\u00a0; il attend un superviseur là où c’est requis',

  'extension.done-title': 'Message proposé',
  'extension.done': '{agent} a proposé un message à {customer}.',
  'extension.done-approval': 'Il attend un superviseur.',
  'extension.done-sending': 'Il ne demande aucune approbation et va partir.',
  'extension.done-where':
    'Sa propre carte, dans le chat de l’agent avec Reachback, montre ce qu’il en advient. Celle-ci reste telle quelle.',

  'extension.needs-agent':
    'Un message part au nom d’un agent, et vous n’en êtes pas un dans Genesys Cloud. Envoyez cette carte à l’agent qui doit écrire.',
  'extension.not-now': 'Personne ne peut écrire à {customer} pour l’instant\u00a0: {reason}.',
  'extension.gone':
    'Ce client ne fait plus partie de ceux des dernières 24\u00a0heures. Relancez la recherche.',
};
