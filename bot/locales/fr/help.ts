import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Ce que je fais',
  'help.intro':
    'Quand un agent devient disponible, je cherche un client venu au cours des dernières 24\u00a0heures et j’envoie un seul message au nom de l’agent, avec l’accord d’un superviseur s’il est requis. La carte montre ce qu’il en est vraiment advenu.',
  'help.commands': 'Commandes',
  'help.help': 'Cette page',
  'help.status': 'Le flux de présence est-il actif, ce qui est parti aujourd’hui, ce qui est en pause',
  'help.pause': 'Arrêter les nouveaux envois\u00a0: les vôtres en chat personnel, ceux de tous si vous êtes superviseur',
  'help.resume': 'Reprendre',
  'help.in-channel': 'Dans un canal, mentionnez-moi d’abord.',
};
