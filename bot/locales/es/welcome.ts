import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

export const welcome: Translated<typeof english> = {
  'welcome.title': 'Hola, soy Reachback',
  'welcome.personal':
    'Cuando usted queda disponible en Genesys, busco un cliente que estuvo aquí en las últimas 24 horas y le envío un solo mensaje en su nombre, con la aprobación de un supervisor si se exige. Una tarjeta muestra aquí qué ocurrió de verdad.',
  'welcome.supervisor':
    'Cuando un agente queda disponible en Genesys, busco un cliente que estuvo aquí en las últimas 24 horas y propongo un mensaje. Su tarjeta llega al canal en el que estoy instalado: usted decide allí y la tarjeta muestra qué ocurrió de verdad.',
  'welcome.channel':
    'Cuando un agente queda disponible en Genesys, busco un cliente que estuvo aquí en las últimas 24 horas y propongo un mensaje. Su tarjeta llega a este canal: los supervisores deciden aquí y la tarjeta muestra qué ocurrió de verdad.',
  'welcome.try': 'Tres cosas para probar',
  'welcome.try-in-channel': 'Tres cosas para probar, mencionándome primero',
  'welcome.status': 'Cómo están las cosas ahora',
  'welcome.who': 'Las personas y sus funciones, para supervisores',
  'welcome.help': 'Todo lo que entiendo',
  'welcome.supervisors': 'Supervisores',
  'welcome.supervisors.more': 'y {count, number} más',
  'welcome.supervisors.none': 'Aún ninguno: un administrador los nombra en SUPERVISORS o SUPERVISOR_TEAM.',
  'welcome.you': 'Usted en Genesys',
  'welcome.you.none': 'Ningún agente tiene aún su correo. Escriba «link» y su correo de Genesys.',
};
