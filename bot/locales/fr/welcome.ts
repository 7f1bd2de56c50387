import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof english> = {
  'welcome.title': 'Bonjour, je suis Reachback',
  'welcome.personal':
    'Quand vous devenez disponible dans Genesys, je cherche un client venu au cours des dernières 24\u00a0heures et j’envoie un seul message en votre nom, avec l’accord d’un superviseur s’il est requis. Une carte montre ici ce qu’il en est vraiment advenu.',
  'welcome.supervisor':
    'Quand un agent devient disponible dans Genesys, je cherche un client venu au cours des dernières 24\u00a0heures et je propose un message. Sa carte arrive dans le canal où je suis installé\u00a0: vous y décidez, et elle montre ce qu’il en est vraiment advenu.',
  'welcome.channel':
    'Quand un agent devient disponible dans Genesys, je cherche un client venu au cours des dernières 24\u00a0heures et je propose un message. Sa carte arrive dans ce canal\u00a0: les superviseurs y décident, et elle montre ce qu’il en est vraiment advenu.',
  'welcome.try': 'Trois choses à essayer',
  'welcome.try-in-channel': 'Trois choses à essayer, en me mentionnant d’abord',
  'welcome.status': 'Où en sont les choses',
  'welcome.who': 'Les personnes et leurs rôles, pour les superviseurs',
  'welcome.help': 'Tout ce que je comprends',
  'welcome.supervisors': 'Superviseurs',
  'welcome.supervisors.more': 'et {count, number} de plus',
  'welcome.supervisors.none':
    'Aucun pour l’instant\u00a0: un administrateur les nomme dans SUPERVISORS ou SUPERVISOR_TEAM.',
  'welcome.you': 'Vous dans Genesys',
  'welcome.you.none':
    'Aucun agent n’a votre adresse e-mail. Écrivez «\u00a0link\u00a0» suivi de votre adresse e-mail Genesys.',
};
