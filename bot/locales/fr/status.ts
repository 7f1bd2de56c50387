import type { status as english } from '../en/status.ts';
import type { Translated } from '../translated.ts';

export const status: Translated<typeof english> = {
  'status.title': 'État',
  'status.mode': 'Mode de fonctionnement',
  'status.mode.automatic': 'Automatique\u00a0: les messages partent sans approbation',
  'status.mode.supervisor': 'Superviseur\u00a0: chaque message doit être approuvé',
  'status.feed': 'Flux de présence',
  'status.feed.live':
    'Actif, {agents, plural, one {# agent suivi} many {# d’agents suivis} other {# agents suivis}}, dernier signe il y a {age}',
  'status.feed.stale': 'Muet\u00a0: rien reçu depuis {age}\u00a0; rien n’est déclenché d’ici son retour',
  'status.index': 'Clients joignables',
  'status.index.count':
    '{count, plural, =0 {Aucune session au cours des dernières 24 heures} one {# session au cours des dernières 24 heures} many {# de sessions au cours des dernières 24 heures} other {# sessions au cours des dernières 24 heures}}',
  'status.pause': 'En pause',
  'status.pause.none': 'Non',
  'status.pause.by': 'Pour tous, par {person}',
  'status.pause.all': 'Pour tous',
  'status.pause.unreadable':
    'Il n’est plus possible de lire qui a mis en pause, ni quand. «\u00a0resume\u00a0» y met fin.',
  'status.pause.you': 'Pour vous',
  'status.pause.since': 'Depuis {when}',
  'status.pause.until': 'Jusqu’au {when}',
  'status.pause.endless': 'Jusqu’à ce que quelqu’un écrive «\u00a0resume\u00a0»',
  'status.waiting': 'En attente d’un superviseur',
  'status.waiting.count':
    '{count, plural, =0 {Rien} one {# message, sur sa carte} many {# de messages, sur leurs cartes} other {# messages, sur leurs cartes}}',
  'status.you': 'Vous, dans Genesys',
  'status.you.available': 'Compté comme disponible\u00a0: des messages peuvent partir en votre nom',
  'status.you.unavailable': 'Non compté comme disponible\u00a0: aucun message ne part en votre nom',
  'status.you.unknown': 'Présence pas encore connue',
  'status.you.since': '{state}, depuis {when}',
  'status.you.stale': 'D’après les dernières nouvelles\u00a0: le flux de présence est muet pour l’instant',
  'status.today': 'Aujourd’hui ({zone})',
  'status.today.you': 'Aujourd’hui ({zone}), les vôtres',
  'status.today.none': 'Rien pour l’instant',
  'status.age.seconds': '{count, plural, one {# seconde} many {# de secondes} other {# secondes}}',

  'count.proposed': '{count, plural, one {# proposé} many {# proposés} other {# proposés}}',
  'count.awaiting-approval': '{count, number} en attente d’approbation',
  'count.approved': '{count, plural, one {# approuvé} many {# approuvés} other {# approuvés}}',
  'count.sending': '{count, number} en cours d’envoi',
  'count.sent':
    '{count, plural, one {# accepté par Genesys} many {# acceptés par Genesys} other {# acceptés par Genesys}}',
  'count.delivered':
    '{count, plural, one {# arrivé dans le navigateur} many {# arrivés dans le navigateur} other {# arrivés dans le navigateur}}',
  'count.undelivered': '{count, number} en attente du client',
  'count.replied': '{count, number} avec réponse',
  'count.declined': '{count, plural, one {# refusé} many {# refusés} other {# refusés}}',
  'count.expired': '{count, plural, one {# expiré} many {# expirés} other {# expirés}}',
  'count.held': '{count, plural, one {# retenu} many {# retenus} other {# retenus}}',
  'count.failed': '{count, number} en échec',
  'count.unknown': '{count, number} sans certitude',
  'count.asked': '{count, number} à vérifier',
  'count.cancelled': '{count, plural, one {# annulé} many {# annulés} other {# annulés}}',
};
