import type { link as english } from '../en/link.ts';
import type { Translated } from '../translated.ts';

export const link: Translated<typeof english> = {
  'link.title': 'Qui vous êtes dans Genesys',
  'link.present.linked': 'Vous êtes {agent}\u00a0; {person} l’a confirmé.',
  'link.present.email': 'Vous êtes {agent}, d’après votre adresse e-mail.',
  'link.present.none': 'Aucun agent Genesys ne vous est associé.',
  'link.present.asked': 'Vous avez demandé à être lié à {agent}\u00a0; aucun superviseur n’a encore décidé.',
  'link.how':
    'Pour changer\u00a0: écrivez «\u00a0link\u00a0» suivi de votre adresse e-mail Genesys\u00a0; un superviseur le confirme.',
  'link.asked': 'Les superviseurs doivent dire si vous êtes {agent} ({email}). La réponse arrivera ici.',
  'link.removed': 'Le lien avec {agent} est supprimé.',
  'link.withdrawn': 'La demande pour {agent} est retirée.',
  'link.nothing': 'Il n’y avait ni lien ni demande en cours.',
  'link.told.confirmed': '{person} a confirmé que vous êtes {agent} dans Genesys.',
  'link.told.removed': '{person} a supprimé votre lien avec {agent} dans Genesys.',
  'link.told.refused': '{person} n’a pas confirmé que vous êtes {agent} dans Genesys. Rien n’a changé.',
  'link.card.title': 'Est-ce la même personne\u00a0?',
  'link.card.title.confirmed': 'Lié',
  'link.card.title.refused': 'Non lié',
  'link.card.title.withdrawn': 'Demande retirée',
  'link.card.teams': 'Dans Teams',
  'link.card.genesys': 'Dit être dans Genesys',
  'link.card.known': 'L’adresse e-mail de cet agent appartient à quelqu’un d’autre dans Teams',
  'link.card.means':
    'Après confirmation, cette personne agit ici comme cet agent\u00a0: des messages partent au nom de l’agent. Ne confirmez que si vous la connaissez.',
  'link.card.confirm': 'Oui, lier',
  'link.card.confirm-tooltip': '{person} est {agent}',
  'link.card.refuse': 'Non',
  'link.card.refuse-tooltip': '{person} n’est pas {agent}, ou je ne sais pas',
  'link.card.by.confirmed': 'Confirmé par {person}',
  'link.card.by.refused': 'Refusé par {person}',
  'link.card.by.withdrawn': 'Retirée par {person}',
  'link.card.lapses': 'Expire d’elle-même au bout d’un jour.',
};
