import type { burst as english } from '../en/burst.ts';
import type { Translated } from '../translated.ts';

export const burst: Translated<typeof english> = {
  'burst.title':
    '{count, plural, one {# message attend une décision} many {# de messages attendent une décision} other {# messages attendent une décision}}',
  'burst.title-done':
    '{count, plural, one {# message, plus rien n’attend} many {# de messages, plus rien n’attend} other {# messages, plus rien n’attend}}',
  'burst.next-lapse': 'Le prochain expire de lui-même à {when}.',
  'burst.for-agent': 'Au nom de {agent}',
  'burst.details': 'Détails',
  'burst.details-tooltip': 'Publier la carte complète de {customer}',
  'burst.approve': 'Approuver',
  'burst.approve-all':
    '{count, plural, one {Approuver et envoyer} many {Approuver et envoyer les #} other {Approuver et envoyer les #}}',
  'burst.approve-all-tooltip': 'Envoyer chaque message en attente sur cette carte',
  'burst.approve-free':
    '{count, plural, one {Approuver et envoyer celui qui peut partir} many {Approuver et envoyer les # qui peuvent partir} other {Approuver et envoyer les # qui peuvent partir}}',
  'burst.approve-free-tooltip': 'Envoyer chaque message de cette carte que rien n’empêche de partir',
  'burst.would-be-held':
    '{count, plural, one {# d’entre eux serait retenu en ce moment\u00a0: à décider à part.} many {# d’entre eux seraient retenus en ce moment\u00a0: à décider un par un.} other {# d’entre eux seraient retenus en ce moment\u00a0: à décider un par un.}}',
  'burst.snoozed-until': 'Reporté à {when}',
  'burst.own-card': 'Question reposée sur sa propre carte',
  'burst.by': '{title} ({person})',
  'burst.fallback': '{title}. Mettez Teams à jour pour voir la carte.',
  'burst.said.approved': '{count, plural, one {# approuvé} many {# approuvés} other {# approuvés}}',
  'burst.said.approved-by':
    '{count, plural, one {# approuvé par {person}} many {# approuvés par {person}} other {# approuvés par {person}}}',
  'burst.said.declined-by':
    '{count, plural, one {# refusé par {person}} many {# refusés par {person}} other {# refusés par {person}}}',
  'burst.said.cancelled-by':
    '{count, plural, one {# annulé par {person}} many {# annulés par {person}} other {# annulés par {person}}}',
  'burst.said.lapsed':
    '{count, plural, one {# avait expiré} many {# avaient expiré} other {# avaient expiré}}',
  'burst.said.held':
    '{count, plural, one {# a été retenu} many {# ont été retenus} other {# ont été retenus}}',
  'burst.said.snoozed': '{count, plural, one {# est reporté} many {# sont reportés} other {# sont reportés}}',
  'burst.said.waiting':
    '{count, plural, one {# attend encore} many {# attendent encore} other {# attendent encore}}',
  'burst.said.would-be-held':
    '{count, plural, one {# attend encore, il serait retenu} many {# attendent encore, ils seraient retenus} other {# attendent encore, ils seraient retenus}}',
  'burst.approved-one': '{customer}\u00a0: approuvé, l’envoi est en cours.',
  'burst.declined-one': '{customer}\u00a0: refusé, rien n’est envoyé.',
  'burst.late.approved':
    '{customer}\u00a0: {person} l’a approuvé à {when}\u00a0; votre clic n’a rien changé.',
  'burst.late.declined': '{customer}\u00a0: {person} l’a refusé à {when}\u00a0; votre clic n’a rien changé.',
  'burst.late.cancelled': '{customer}\u00a0: {person} l’a annulé à {when}\u00a0; votre clic n’a rien changé.',
  'burst.late.other': '{customer}\u00a0: c’était déjà réglé\u00a0; votre clic n’a rien changé.',
  'burst.details-posted': 'La carte complète de {customer} est publiée plus bas.',
  'burst.details-there': '{customer} a déjà sa propre carte ici.',
};
