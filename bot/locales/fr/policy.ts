import type { policy as english } from '../en/policy.ts';
import type { Translated } from '../translated.ts';

export const policy: Translated<typeof english> = {
  'policy.title': 'Règles d’envoi',
  'policy.mode': 'Mode de fonctionnement',
  'policy.quiet-hours': 'Heures de repos',
  'policy.quiet-hours.span': 'De {from} à {to}, heure du client',
  'policy.quiet-hours.off': 'Aucune\u00a0: les clients peuvent être contactés à toute heure',
  'policy.time-zone': 'Fuseau horaire',
  'policy.time-zone.value': '{zone}, pour les clients dont le fuseau n’est pas connu',
  'policy.contact-again': 'Nouveau contact',
  'policy.contact-again.value':
    'Au plus tôt {hours, plural, one {# heure} many {# d’heures} other {# heures}} après le dernier message',
  'policy.approval': 'Approbation',
  'policy.approval.value':
    'Expire après {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}',
  'policy.cobrowse': 'Cobrowsing',
  'policy.cobrowse.off': 'Les agents regardent seulement',
  'policy.cobrowse.on': 'Les agents peuvent agir sur la page, si la messagerie le permet',
  'policy.text': 'Message au client',
  'policy.place.customer': '[client]',
  'policy.place.agent': '[agent]',
  'policy.place.queue': '[file d’attente]',
  'policy.configured': 'Configuration\u00a0: {value}',
  'policy.last-change': 'Dernière modification',
  'policy.never-changed': 'Aucune\u00a0: tout est tel que configuré.',
  'policy.read-only': 'Les superviseurs peuvent modifier ces règles.',
  'policy.unreadable':
    'Les règles enregistrées ne sont pas entièrement lisibles. Tant qu’un superviseur ne les modifie pas, la configuration s’applique à ce qui est illisible et chaque message doit être approuvé (code {code}).',

  'policy.change.line': '{label}\u00a0: {from} → {to}',
  'policy.change.text': '{label}\u00a0: nouveau texte',
  'policy.change.nothing': 'Retour à la configuration, rien n’était différent',
  'policy.change.unreadable': 'Le contenu de cette modification est illisible',

  'policy.edit.mode': 'Mode',
  'policy.edit.mode-tooltip': 'Choisir si les messages doivent être approuvés et ce que permet le cobrowsing',
  'policy.edit.quiet': 'Heures de repos',
  'policy.edit.quiet-tooltip': 'Modifier les heures de repos et le fuseau horaire',
  'policy.edit.limits': 'Délais',
  'policy.edit.limits-tooltip': 'Modifier le délai avant un nouveau contact et celui des approbations',
  'policy.edit.text': 'Message',
  'policy.edit.text-tooltip': 'Modifier le texte envoyé aux clients',
  'policy.reset': 'Revenir à la configuration',
  'policy.reset-tooltip': 'Annuler toutes les modifications faites ici',
  'policy.form.quiet-hours': 'Heures de repos, par exemple 21:00-08:00, ou off pour aucune',
  'policy.form.time-zone': 'Fuseau horaire quand celui du client n’est pas connu, par exemple Europe/Paris',
  'policy.form.hours': 'Heures avant de pouvoir recontacter un client, de 1 à 8760',
  'policy.form.minutes': 'Minutes avant l’expiration d’une approbation sans réponse, de 1 à 1440',
  'policy.form.text': "Message, avec '{customer}', '{agent}' et '{queue}' à la place des noms",
  'policy.form.missing': 'Veuillez remplir ce champ.',
  'policy.save': 'Enregistrer',
  'policy.save-tooltip': 'Appliquer à tous, dès maintenant',

  'policy.said.changed': 'Enregistré. En vigueur dès maintenant.',
  'policy.said.unchanged': 'C’était déjà le cas\u00a0: rien n’a été modifié.',
  'policy.said.meanwhile':
    'Quelqu’un d’autre a modifié les règles entre-temps\u00a0; votre modification n’a pas été enregistrée. Voici les règles actuelles.',

  'policy.sure.title': 'Êtes-vous sûr\u00a0?',
  'policy.sure.automatic': 'Désormais, les messages partiront sans approbation. Confirmez-vous\u00a0?',
  'policy.sure.quiet-hours':
    'Désormais, les clients pourront être contactés à des heures jusqu’ici réservées au repos. Confirmez-vous\u00a0?',
  'policy.sure.cobrowse-control':
    'Désormais, les agents pourront agir sur la page des clients, et plus seulement regarder. Confirmez-vous\u00a0?',
  'policy.sure.contact-again':
    'Désormais, un même client pourra être recontacté plus tôt que jusqu’ici. Confirmez-vous\u00a0?',
  'policy.sure.yes': 'Oui, dès maintenant',
  'policy.sure.yes-tooltip': 'Appliquer à tous',
  'policy.sure.no': 'Non, ne rien changer',
  'policy.sure.no-tooltip': 'Ne rien modifier et afficher les règles',
};
