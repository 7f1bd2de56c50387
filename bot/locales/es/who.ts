import type { who as english } from '../en/who.ts';
import type { Translated } from '../translated.ts';

export const who: Translated<typeof english> = {
  'who.title': 'Personas y funciones',
  'who.count':
    '{count, plural, one {# persona conocida en Teams} many {# de personas conocidas en Teams} other {# personas conocidas en Teams}}',
  'who.supervisor.named': 'Supervisor, nombrado en SUPERVISORS',
  'who.supervisor.owner': 'Supervisor, propietario del equipo de supervisores',
  'who.agent.email': 'Agente de Genesys {agent}, según el correo',
  'who.agent.linked': 'Agente de Genesys {agent}, vinculado por {person}',
  'who.agent.same-email': 'Agente de Genesys, según el correo',
  'who.agent.same-linked': 'Agente de Genesys, vinculado por {person}',
  'who.agent.none': 'Ningún agente de Genesys',
  'who.app.installed': 'Aplicación instalada',
  'who.app.removed': 'Aplicación eliminada',
  'who.app.never': 'Aplicación aún no instalada',
  'who.more':
    '{count, plural, one {Y # más.} many {Y # más.} other {Y # más.}} Escriba «who» y parte de un nombre para encontrar a alguien.',
  'who.nobody': 'No hay nadie que coincida.',
  'who.unmatched': 'Agentes de Genesys sin nadie asociado en Teams',
  'who.owners.read': 'Propietarios del equipo de supervisores, leídos el {when}',
  'who.owners.unread':
    'Ahora no se sabe quién es propietario del equipo de supervisores: solo cuenta SUPERVISORS.',
};
