import type { help as english } from '../en/help.ts';
import type { Translated } from '../translated.ts';

export const help: Translated<typeof english> = {
  'help.title': 'Qué hago',
  'help.intro':
    'Cuando un agente queda disponible, busco un cliente que estuvo aquí en las últimas 24 horas y le envío un solo mensaje en nombre del agente, con la aprobación de un supervisor si se exige. La tarjeta muestra qué ocurrió de verdad.',
  'help.everyone': 'Para todos',
  'help.help': 'Esta página',
  'help.status':
    'Cómo están las cosas: la señal, los números de hoy, lo que está en pausa; para agentes, su propia presencia',
  'help.link': 'Qué agente de Genesys es usted; con un correo, pedir a un supervisor que confirme otro',
  'help.unlink': 'Eliminar el vínculo o retirar la solicitud',
  'help.agents': 'Para agentes, en su chat personal',
  'help.pause': 'Sin mensajes nuevos en su nombre: por un tiempo o hasta «resume»',
  'help.resume': 'Los mensajes pueden volver a salir',
  'help.presence': 'Establecer su presencia en Genesys',
  'help.supervisors': 'Para supervisores',
  'help.supervisors.status': 'Los números de todos y lo que espera una decisión',
  'help.supervisors.unlink': 'Con un correo: eliminar el vínculo de esa persona',
  'help.supervisors.pause': 'Lo mismo para todos a la vez; «pause me» solo para usted',
  'help.policy': 'Las reglas de envío vigentes; los supervisores las cambian ahí',
  'help.audit':
    'Quién decidió qué y por qué: por nombre de cliente; «policy», «partners»: cambios; «tickets»: tickets de traspaso',
  'help.who': 'Las personas, sus funciones y agentes de Genesys; con parte de un nombre, solo esas',
  'help.in-channel': 'En un canal, mencióneme primero.',
};
