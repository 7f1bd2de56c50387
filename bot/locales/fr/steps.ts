import type { steps as english } from '../en/steps.ts';
import type { Translated } from '../translated.ts';

export const steps: Translated<typeof english> = {
  'step.proposed': 'Proposé dès la disponibilité de {agent}',
  'step.follow-up': 'Relance demandée, au nom de {agent}',
  'step.waiting': 'En attente d’un superviseur',
  'step.approved': 'Approuvé par {person}',
  'step.approved-policy': 'Autorisé par les règles, sans approbation nécessaire',
  'step.declined': 'Refusé par {person}',
  'step.expired': 'Aucun superviseur n’a décidé avant l’expiration',
  'step.held': 'Retenu\u00a0: {reason}',
  'step.sending': 'En route vers Genesys, pas encore accepté',
  'step.about-to-send': 'Sur le point de partir',
  'step.waits-for-hour': 'Partira plus tard',
  'step.scheduled': 'Partira le {when}',
  'step.would-leave': 'Partira après approbation, le {when}',
  'step.cancelled': 'Annulé par {person}',
  'step.sent': 'Accepté par Genesys',
  'step.not-yet-delivered': 'Pas encore dans le navigateur du client',
  'step.delivered': 'Arrivé dans le navigateur',
  'step.undelivered': 'Client absent, le message l’attend',
  'step.replied': 'Le client a répondu',
  'step.opted-out': 'Le client a demandé à ne plus être contacté',
  'step.opted-out-next': 'Reachback n’écrira plus à ce client. Merci d’en faire autant.',
  'step.unknown': 'La réponse de Genesys s’est perdue\u00a0: recherche du message en cours',
  'step.unknown-next': 'Il n’est pas renvoyé. Merci d’attendre avant d’écrire à ce client.',
  'step.asked': 'La réponse de Genesys s’est perdue, et le message est introuvable',
  'step.asked-next':
    'Regardez la conversation dans Genesys Cloud, puis indiquez ici s’il y est. Rien n’est renvoyé.',
  'step.failed': 'Échec\u00a0: {meaning}',
  'step.failed-likely': 'Cause probable\u00a0: {likely}',
  'step.failed-next': 'À faire\u00a0: {next}',
  'step.failed-unclear': 'la cause n’a pas été enregistrée',
  'step.failed-unclear-next': 'Cherchez l’identifiant de ce message dans le journal.',
  'step.code': 'Code\u00a0: {code}',

  'ago.minutes':
    '{count, plural, =0 {moins d’une minute} one {# minute} many {# de minutes} other {# minutes}}',
  'ago.hours':
    '{hours, plural, one {# heure} many {# d’heures} other {# heures}}{minutes, plural, =0 {} one { # minute} many { # de minutes} other { # minutes}}',
};
