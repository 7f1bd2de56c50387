import type { reply as english } from '../en/reply.ts';
import type { Translated } from '../translated.ts';

export const reply: Translated<typeof english> = {
  'reply.to-our-message': 'En réponse à',
  'reply.their-words': 'Les mots du client',
  'reply.unreadable': 'La réponse n’a pas pu être lue ici. Ouvrez la conversation dans Genesys pour la voir.',
  'reply.picture': '{name, select, none {Une image} other {Une image : {name}}}',
  'reply.video': '{name, select, none {Une vidéo} other {Une vidéo : {name}}}',
  'reply.sound': '{name, select, none {Un enregistrement audio} other {Un enregistrement audio : {name}}}',
  'reply.file': '{name, select, none {Un fichier} other {Un fichier : {name}}}',
  'reply.quoted': '« {text} »',
  'reply.state.sending': 'Votre réponse part vers Genesys, pas encore acceptée',
  'reply.state.sent': 'Votre réponse a été acceptée par Genesys',
  'reply.state.refused': 'Votre réponse n’a pas été envoyée',
  'reply.state.unknown': 'La confirmation de Genesys s’est perdue : votre réponse est recherchée',
  'reply.state.missing': 'Votre réponse n’est pas arrivée',
  'reply.next.unknown': 'Elle n’est pas renvoyée. Veuillez patienter un instant.',
  'reply.next.missing':
    'Elle a été recherchée et n’est pas dans la conversation. Renvoyez-la si elle convient encore.',
  'reply.open': 'Répondre',
  'reply.open-tooltip': 'Écrire à {customer} en votre nom',
  'reply.text': 'Votre réponse, mot pour mot',
  'reply.text-missing': 'Veuillez écrire la réponse.',
  'reply.send': 'Envoyer la réponse',
  'reply.send-tooltip': 'Envoyer maintenant à {customer}, en votre nom',
  'reply.sign-in': 'Se connecter pour répondre ici',
  'reply.in-genesys': 'Ouvrir dans Genesys',
  'reply.in-genesys-tooltip': 'Ouvrir la conversation avec {customer} dans Genesys Cloud',
  'reply.link-good': 'Le lien de connexion est pour vous seul, valable une fois et pendant dix minutes.',
  'reply.why.sign-in':
    'Pour répondre d’ici, connectez-vous d’abord à Genesys Cloud : la réponse part en votre nom.',
  'reply.why.not-set-up': 'Répondre d’ici n’est pas configuré. Veuillez répondre dans Genesys.',
  'reply.why.reply.not-signed-in':
    'Non envoyée : vous n’êtes pas (ou plus) connecté à Genesys Cloud ici. Connectez-vous, puis renvoyez votre réponse.',
  'reply.why.reply.sign-in.ended':
    'Non envoyée : votre connexion à Genesys Cloud a pris fin. Connectez-vous, puis renvoyez votre réponse.',
  'reply.why.reply.not-connected':
    'Non envoyée : vous n’êtes pas en ligne dans cette conversation. Prenez-la dans Genesys, puis renvoyez votre réponse.',
};
