import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Ce que je fais',
  'help.intro':
    'Quand un agent devient disponible, je cherche un client venu au cours des dernières 24\u00a0heures et j’envoie un seul message au nom de l’agent, avec l’accord d’un superviseur s’il est requis. La carte montre ce qu’il en est vraiment advenu.',
  'help.everyone': 'Pour tous',
  'help.help': 'Cette page',
  'help.status':
    'L’état des choses\u00a0: le flux, les chiffres du jour, ce qui est en pause\u00a0; pour les agents, leur propre présence',
  'help.link':
    'Quel agent Genesys vous êtes\u00a0; avec une adresse e-mail, en faire confirmer un autre par un superviseur',
  'help.unlink': 'Supprimer le lien ou retirer la demande',
  'help.agents': 'Pour les agents, en chat personnel',
  'help.pause': 'Plus de nouveaux messages en votre nom\u00a0: pour un temps ou jusqu’à «\u00a0resume\u00a0»',
  'help.resume': 'Les messages peuvent de nouveau partir',
  'help.presence': 'Définir votre présence dans Genesys',
  'help.supervisors': 'Pour les superviseurs',
  'help.supervisors.status': 'Les chiffres de tous et ce qui attend une décision',
  'help.supervisors.unlink': 'Avec une adresse e-mail\u00a0: supprimer le lien de cette personne',
  'help.supervisors.pause': 'La même chose pour tous à la fois\u00a0; «\u00a0pause me\u00a0» pour vous seul',
  'help.policy': 'Les règles d’envoi en vigueur\u00a0; les superviseurs les y modifient',
  'help.audit':
    'Qui a décidé quoi et pourquoi\u00a0: par nom de client\u00a0; «\u00a0policy\u00a0», «\u00a0partners\u00a0»\u00a0: modifications\u00a0; «\u00a0tickets\u00a0»\u00a0: transferts',
  'help.who': 'Les personnes, leurs rôles et agents Genesys\u00a0; avec une partie du nom, celles-là seules',
  'help.in-channel': 'Dans un canal, mentionnez-moi d’abord.',
};
