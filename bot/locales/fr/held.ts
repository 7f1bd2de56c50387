import type { held as english } from '../en/held.ts';
import type { Translated } from '../translated.ts';

export const held: Translated<typeof english> = {
  'held.outside-24h': 'la dernière activité du client remonte à plus de 24 heures',
  'held.paused': 'les envois sont en pause',
  'held.contacted-recently': 'ce client a déjà été contacté récemment',
  'held.declined-recently': 'un superviseur a récemment refusé un message à ce client',
  'held.failed-recently': 'un message à ce client vient d’échouer',
  'held.open-outreach': 'un autre message à ce client est encore en cours',
  'held.connected-now': 'le client est en conversation en ce moment',
  'held.assigned-to-another-agent': 'le client parle en ce moment avec un autre agent',
  'held.parked': 'un agent a mis la conversation de côté et y reviendra',
  'held.cleared': 'le client a effacé la conversation de la messagerie',
  'held.permission-missing': 'il manque au client OAuth l’autorisation nécessaire à ce message',
  'held.region-mismatch': 'les hôtes configurés ne font pas partie d’une même région de Genesys Cloud',
  'held.waiting-in-queue': 'le client attend en ce moment dans une file',
  'held.session-expired': 'la session de messagerie du client a expiré',
  'held.no-route':
    'aucun moyen de joindre ce client\u00a0: ce n’est pas un contact connu, et l’organisation ne propose pas d’autre voie',
  'held.agent-not-on-channel': 'l’agent ne fait partie d’aucune file du canal du client',
  'held.quiet-hours': 'c’est l’heure de repos là où se trouve le client',
  'held.opted-out': 'le client a demandé à ne plus être contacté',
  'held.conversation-gone': 'la conversation n’existe plus dans Genesys Cloud',
  'held.agent-no-longer-available': 'l’agent n’est plus disponible',
  'held.approval-needed': 'une approbation est désormais nécessaire, et personne n’a approuvé ce message',
  'held.other': 'la règle «\u00a0{code}\u00a0» s’y oppose',
};
