import type { candidates as english } from '../en/candidates.ts';
import type { Translated } from '../translated.ts';

export const candidates: Translated<typeof english> = {
  'candidates.title': 'Clients à qui vous pouvez écrire',
  'candidates.nobody': 'Personne à qui écrire pour l’instant',
  'candidates.as-of': 'État au {when}',
  'candidates.paused':
    'Les envois sont en pause, pour vous ou pour tous. «\u00a0status\u00a0» dit par qui\u00a0; «\u00a0resume\u00a0» met fin à votre propre pause.',
  'candidates.none-here': 'Aucun client n’est venu au cours des dernières 24\u00a0heures.',
  'candidates.all-left-alone':
    '{count, plural, one {Le seul client des dernières 24\u00a0heures est laissé tranquille.} many {Les # de clients des dernières 24\u00a0heures sont tous laissés tranquilles.} other {Les # clients des dernières 24\u00a0heures sont tous laissés tranquilles.}}',
  'candidates.feed-stale':
    'Rien reçu de Genesys Cloud depuis {age}\u00a0: il peut manquer quelqu’un ici. Chaque message est vérifié de nouveau avant de partir.',
  'candidates.quiet-hours':
    'C’est l’heure de repos à l’horloge de votre organisation\u00a0: un message ne part que si celle du client dit autre chose.',

  'candidates.session.agent': 'Terminée par un agent {when} · il y a {ago}',
  'candidates.session.customer': 'Parti {when} · il y a {ago}',
  'candidates.session.timed-out': 'Expirée {when} · il y a {ago}',
  'candidates.session.flow': 'Terminée par le flux {when} · il y a {ago}',
  'candidates.session.fault': 'Connexion coupée {when} · il y a {ago}',
  'candidates.session.ended': 'Terminée {when} · il y a {ago}',
  'candidates.session.active':
    'Toujours connecté, personne ne s’en occupe\u00a0; dernière activité {when} · il y a {ago}',

  'candidates.why': 'Pourquoi ici\u00a0: {reasons}',
  'candidates.why.served-by-agent': 'vous l’avez servi en dernier',
  'candidates.why.queue-of-agent': 'votre file d’attente',
  'candidates.why.neither': 'sur un canal que vous servez',
  'candidates.why.abandoned': 'parti sans avoir parlé à un agent',
  'candidates.order':
    'Ordre\u00a0: servis par vous, puis vos files, puis les autres\u00a0; dans chaque groupe, d’abord ceux qui n’ont parlé à aucun agent, puis les plus récents.',
  'candidates.more': 'Et {count, number} de plus.',
  'candidates.left-alone': 'Laissés tranquilles\u00a0: {list}',
  'candidates.left.opted-out': '{count, number} à leur demande',
  'candidates.left.connected-now': '{count, number} en conversation',
  'candidates.left.agent-not-on-channel': '{count, number} sur des canaux que vous ne servez pas',
  'candidates.left.no-route': '{count, number} sans moyen de les joindre',
  'candidates.left.open-outreach': '{count, number} avec un message en cours',
  'candidates.left.contacted-recently': '{count, number} après un message récent',
  'candidates.left.declined-recently': '{count, number} après un refus récent d’un superviseur',
  'candidates.left.failed-recently': '{count, number} après un échec à l’instant',
  'candidates.left.other': '{count, number} pour d’autres raisons',

  'candidates.write': 'Écrire',
  'candidates.write-tooltip': 'Écrire à {customer}',
  'candidates.text': 'Message au client, mot pour mot',
  'candidates.text-missing': 'Veuillez écrire le message.',
  'candidates.send': 'Envoyer',
  'candidates.send-tooltip': 'Envoyer ce message à {customer} maintenant, en votre nom',
  'candidates.ask': 'Envoyer pour approbation',
  'candidates.ask-tooltip': 'Soumettre ce message à {customer} à un superviseur',
  'candidates.look-again': 'Actualiser',
  'candidates.look-again-tooltip': 'Refaire cette liste',
  'candidates.said': 'Votre message à {customer} est pris en charge. Sa propre carte montre la suite.',
  'candidates.said-approval':
    'Un superviseur est sollicité pour votre message à {customer}. Vous recevrez sa carte une fois la décision prise.',
  'candidates.because': 'Raison\u00a0: {reason}.',

  'step.by-hand': 'Demandé par {agent}',
  'help.candidates': 'À qui vous pourriez écrire maintenant et pourquoi\u00a0; écrivez-leur de là',
};
