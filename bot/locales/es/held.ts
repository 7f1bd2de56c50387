import type { held as english } from '../en/held.ts';
import type { Translated } from '../translated.ts';

export const held: Translated<typeof english> = {
  'held.outside-24h': 'la última actividad del cliente fue hace más de 24 horas',
  'held.paused': 'los envíos están en pausa',
  'held.contacted-recently': 'ya se escribió a este cliente hace poco',
  'held.declined-recently': 'un supervisor rechazó hace poco un mensaje a este cliente',
  'held.failed-recently': 'hace poco falló un mensaje a este cliente',
  'held.open-outreach': 'otro mensaje a este cliente sigue en curso',
  'held.connected-now': 'el cliente está en una conversación en este momento',
  'held.assigned-to-another-agent': 'el cliente está hablando con otro agente en este momento',
  'held.parked': 'un agente dejó la conversación en espera y la retomará',
  'held.cleared': 'el cliente borró la conversación del chat',
  'held.permission-missing': 'al cliente de OAuth le falta el permiso que necesita este mensaje',
  'held.region-mismatch': 'los servidores configurados no pertenecen a una misma región de Genesys Cloud',
  'held.waiting-in-queue': 'el cliente está esperando en una cola en este momento',
  'held.session-expired': 'la sesión de mensajería del cliente ha caducado',
  'held.no-route':
    'no hay forma de contactar con este cliente: no es un contacto conocido y la organización no ofrece otra vía',
  'held.agent-not-on-channel': 'el agente no pertenece a ninguna cola del canal del cliente',
  'held.quiet-hours': 'es horario de descanso donde está el cliente',
  'held.opted-out': 'el cliente pidió que no le escriban',
  'held.conversation-gone': 'la conversación ya no existe en Genesys Cloud',
  'held.agent-no-longer-available': 'el agente ya no está disponible',
  'held.approval-needed': 'ahora hace falta aprobación, y nadie ha aprobado este mensaje',
  'held.other': 'la regla «{code}» no lo permite',
};
