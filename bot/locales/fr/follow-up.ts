import type { followUp as english } from '../en/follow-up.ts';
import type { Translated } from '../translated.ts';

export const followUp: Translated<typeof english> = {
  'follow-up.open': 'Relancer',
  'follow-up.open-tooltip': 'Écrire de nouveau à {customer}, maintenant ou plus tard',
  'follow-up.draft':
    '{customer, select, none {Bonjour} other {Bonjour {customer}}}, c’est de nouveau {agent}. Je reviens vers vous à la suite de notre échange\u00a0: puis-je faire autre chose pour vous\u00a0?',
  'follow-up.text': 'Message au client, mot pour mot',
  'follow-up.text-missing': 'Veuillez écrire le message.',
  'follow-up.when': 'Quand l’envoyer',
  'follow-up.now': 'Maintenant',
  'follow-up.in-20-minutes': 'Dans 20 minutes',
  'follow-up.in-1-hour': 'Dans 1 heure',
  'follow-up.tomorrow': 'Demain à 9\u00a0h 00, heure du client',
  'follow-up.words': 'Ou avec vos propres mots',
  'follow-up.words-example': 'dans 2 heures · à 15:30 · lundi 10:00 mon heure',
  'follow-up.send': 'Envoyer la relance',
  'follow-up.send-tooltip': 'Envoyer cette relance à {customer} au moment choisi',
  'follow-up.said-now': 'La relance part maintenant. Sa propre carte montre la suite.',
  'follow-up.said-later': 'La relance partira le {when}. Sa propre carte montre la suite.',
  'follow-up.said-now-approval':
    'Un superviseur est sollicité. Vous recevrez la carte de la relance une fois la décision prise.',
  'follow-up.said-later-approval':
    'Un superviseur est sollicité\u00a0; s’il accepte, la relance partira le {when}. Vous recevrez sa carte une fois la décision prise.',
  'follow-up.gap':
    'Ce jour-là, le passage à l’heure d’été saute l’heure indiquée\u00a0: l’envoi se fera juste après.',
  'follow-up.overlap':
    'Ce jour-là, le passage à l’heure d’hiver répète l’heure indiquée\u00a0: l’envoi se fera la première fois.',
  'follow-up.allowed-from': 'Au plus tôt\u00a0: {when}.',
  'follow-up.allowed-until': 'Au plus tard\u00a0: {when}.',
};
