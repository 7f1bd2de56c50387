import type { history as english } from '../en/history.ts';
import type { Translated } from '../translated.ts';

export const history: Translated<typeof english> = {
  'history.title.you': 'Vos derniers messages',
  'history.title.all': 'Les derniers messages de tous',
  'history.named': 'Aux clients nommés «\u00a0{name}\u00a0»',
  'history.none': 'Aucun message pour l’instant.',
  'history.none-named': 'Aucun message à un client nommé «\u00a0{name}\u00a0».',
  'history.by': 'au nom de {agent}',
  'history.older':
    'Il y en a de plus anciens. Écrivez «\u00a0history\u00a0» et le nom d’un client pour en retrouver un.',
  'history.hint': 'Écrivez «\u00a0history\u00a0» et le nom d’un client pour ce client seul.',

  'history.state.proposed': 'Proposé',
  'history.state.awaiting-approval': 'En attente d’un superviseur',
  'history.state.approved': 'Approuvé, sur le point de partir',
  'history.state.scheduled': 'Approuvé, partira {when}',
  'history.state.sending': 'En route vers Genesys, pas encore accepté',
  'history.state.sent': 'Accepté par Genesys, pas encore dans le navigateur · pas de réponse',
  'history.state.delivered': 'Arrivé dans le navigateur · pas de réponse',
  'history.state.undelivered': 'Accepté par Genesys, client absent, le message l’attend · pas de réponse',
  'history.state.replied': 'Le client a répondu',
  'history.state.opted-out': 'Le client a demandé à ne plus être contacté',
  'history.state.declined': 'Refusé, rien n’a été envoyé',
  'history.state.expired': 'Pas de décision à temps, rien n’a été envoyé',
  'history.state.held': 'Retenu, rien n’a été envoyé\u00a0: {reason}',
  'history.state.failed': 'Échec, rien n’a été envoyé · code {code}',
  'history.state.unknown': 'On ne sait pas encore s’il est arrivé',
  'history.state.asked': 'On ne sait pas s’il est arrivé\u00a0: sa carte pose la question',
  'history.state.cancelled': 'Annulé, rien n’a été envoyé',

  'help.history': 'Ce que sont devenus vos derniers messages\u00a0; avec un nom, ceux à ce client',
  'help.supervisors.history':
    'Ce que sont devenus les derniers messages de tous\u00a0; avec un nom, ceux à ce client',
};
