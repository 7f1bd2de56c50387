import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn: Translated<typeof english> = {
  'sign-in.title': 'Se connecter à Genesys Cloud',
  'sign-in.why':
    'Connecté en tant que {agent}, vous pouvez répondre aux clients d’ici, depuis leur carte, en votre nom.',
  'sign-in.already':
    'Vous êtes connecté en tant que {agent}. « sign out » y met fin ; le lien vous reconnecte.',
  'sign-in.how-long':
    'Le lien est pour vous seul, valable une fois et pendant dix minutes. La connexion n’est gardée qu’en mémoire : après un redémarrage du bot, vous vous reconnectez.',
  'sign-in.open': 'Se connecter',
  'sign-in.open-tooltip': 'Ouvrir la page de connexion de Genesys Cloud',
  'sign-out.title': 'Se déconnecter',
  'sign-out.done': 'Vous êtes déconnecté. Répondre d’ici demande une nouvelle connexion.',
  'sign-out.nothing': 'Vous n’étiez pas connecté.',
  'sign-in.page.done-title': 'Vous êtes connecté',
  'sign-in.page.done':
    'Reachback peut maintenant envoyer vos réponses en tant que {agent}. Revenez à Teams : la carte de votre client a son bouton « Répondre ».',
  'sign-in.page.close': 'Vous pouvez fermer cette page.',
  'sign-in.page.failed-title': 'Vous n’êtes pas connecté',
  'sign-in.page.again': 'Écrivez « sign in » au bot dans Teams pour obtenir un nouveau lien.',
  'sign-in.page.link-spent':
    'Ce lien n’est plus valable : il sert une fois, pendant dix minutes, et pas après un redémarrage du bot.',
  'sign-in.page.cancelled': 'Genesys Cloud ne vous a pas connecté. Rien n’a été gardé.',
  'sign-in.page.code-refused': 'Genesys Cloud n’a pas confirmé la connexion. Rien n’a été gardé.',
  'sign-in.page.client-refused':
    'La connexion n’est pas bien configurée ici. Veuillez donner le code ci-dessous à votre administrateur.',
  'sign-in.page.other-person':
    'Une autre personne s’est connectée à Genesys Cloud que l’agent à qui ce lien était destiné. Rien n’a été gardé. Déconnectez-vous d’abord de Genesys Cloud dans ce navigateur.',
  'sign-in.page.not-set-up': 'La connexion n’est pas configurée dans cette installation.',
  'sign-in.page.unanswered': 'Genesys Cloud n’a pas répondu à l’instant. Rien n’a été gardé.',
  'help.sign-in': 'Vous connecter vous-même à Genesys, pour répondre aux clients depuis leur carte',
  'help.sign-out': 'Mettre fin à cette connexion',
};
