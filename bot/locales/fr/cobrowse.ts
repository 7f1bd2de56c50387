import type { cobrowse as english } from '../en/cobrowse.ts';
import type { Translated } from '../translated.ts';

export const cobrowse: Translated<typeof english> = {
  'cobrowse.title.asking': 'Cobrowsing : en route vers Genesys',
  'cobrowse.title.offered': 'Cobrowsing proposé',
  'cobrowse.title.accepted': 'Cobrowsing accepté',
  'cobrowse.title.rejected': 'Cobrowsing refusé par le client',
  'cobrowse.title.expired': 'Cobrowsing : la proposition a expiré',
  'cobrowse.title.ended': 'Cobrowsing terminé',
  'cobrowse.title.over': 'Cobrowsing : la proposition n’est plus valable',
  'cobrowse.title.unknown': 'Cobrowsing : pas encore connu',
  'cobrowse.title.missing': 'Cobrowsing : introuvable',
  'cobrowse.title.refused': 'Le cobrowsing n’a pas été proposé',
  'cobrowse.mode': 'L’agent peut',
  'cobrowse.mode.view': 'regarder seulement',
  'cobrowse.mode.control': 'regarder et agir sur la page',
  'cobrowse.code': 'Code pour rejoindre',
  'cobrowse.stands-till':
    'La proposition est valable jusqu’à {time}. Rien n’est partagé avant l’accord du client.',
  'cobrowse.step.asking': 'La proposition part vers Genesys, pas encore acceptée',
  'cobrowse.step.offered': 'Proposé au client',
  'cobrowse.step.waiting': 'Le client n’a pas encore répondu',
  'cobrowse.step.accepted': 'Le client a accepté',
  'cobrowse.step.accepted-next': 'La page s’ouvre dans votre fenêtre Genesys Cloud.',
  'cobrowse.step.rejected': 'Le client a refusé',
  'cobrowse.step.expired': 'Le client n’a pas répondu à temps',
  'cobrowse.step.ended': 'La session est terminée',
  'cobrowse.step.over': 'La proposition n’est plus valable ; Genesys ne dit pas ce que le client a répondu',
  'cobrowse.step.over-next': 'Consultez la conversation dans Genesys pour le savoir.',
  'cobrowse.step.unknown': 'La confirmation de Genesys s’est perdue : la proposition est recherchée',
  'cobrowse.step.unknown-next': 'Elle n’est pas renouvelée d’elle-même. Veuillez patienter un instant.',
  'cobrowse.step.missing': 'La proposition a été recherchée et reste introuvable',
  'cobrowse.step.missing-next':
    'Si elle est partie, elle a expiré depuis. Proposez à nouveau si cela convient encore.',
  'cobrowse.step.refused': 'Genesys n’a pas accepté la proposition',
  'cobrowse.start': 'Lancer le cobrowsing',
  'cobrowse.start-tooltip': 'Proposer à {customer} de regarder sa page ensemble ; le client décide',
  'cobrowse.start-control': 'Cobrowsing avec contrôle',
  'cobrowse.start-control-tooltip':
    'Proposer à {customer} que vous regardiez sa page et agissiez dessus ; le client décide',
  'cobrowse.again': 'Proposer à nouveau',
  'cobrowse.places.title': 'Cobrowsing',
  'cobrowse.places.about': 'Les conversations où vous êtes en ligne. C’est le client qui décide de partager.',
  'cobrowse.places.none':
    'Vous n’êtes en ligne dans aucune conversation web que je connaisse. Prenez-en une dans Genesys, ou dites « cobrowse » suivi de l’identifiant de la conversation.',
  'cobrowse.said.title': 'Cobrowsing',
  'cobrowse.said.offered': 'Sa carte dit ici ce que devient la proposition.',
  'help.cobrowse':
    'Proposer au client avec qui vous parlez de regarder sa page ensemble ; avec un identifiant, dans cette conversation',
};
