import type { signIn as english } from '../en/sign-in.ts';
import type { Translated } from '../translated.ts';

export const signIn: Translated<typeof english> = {
  'sign-in.title': 'Iniciar sesión en Genesys Cloud',
  'sign-in.why':
    'Con la sesión iniciada como {agent}, puede responder a los clientes aquí, desde su tarjeta, en su propio nombre.',
  'sign-in.already':
    'Tiene la sesión iniciada como {agent}. «sign out» la termina; el enlace la inicia de nuevo.',
  'sign-in.how-long':
    'El enlace es solo para usted, sirve una vez y durante diez minutos. La sesión se guarda solo en memoria: tras reiniciar el bot, tendrá que iniciarla otra vez.',
  'sign-in.open': 'Iniciar sesión',
  'sign-in.open-tooltip': 'Abrir la página de inicio de sesión de Genesys Cloud',
  'sign-out.title': 'Cerrar sesión',
  'sign-out.done': 'Ha cerrado la sesión. Para responder desde aquí hay que iniciarla de nuevo.',
  'sign-out.nothing': 'No tenía ninguna sesión iniciada.',
  'sign-in.page.done-title': 'Ha iniciado sesión',
  'sign-in.page.done':
    'Reachback puede enviar ahora sus respuestas como {agent}. Vuelva a Teams: la tarjeta de su cliente tiene el botón «Responder».',
  'sign-in.page.close': 'Puede cerrar esta página.',
  'sign-in.page.failed-title': 'No ha iniciado sesión',
  'sign-in.page.again': 'Escriba «sign in» al bot en Teams para recibir un enlace nuevo.',
  'sign-in.page.link-spent':
    'Este enlace ya no es válido: sirve una vez, durante diez minutos, y no tras reiniciar el bot.',
  'sign-in.page.cancelled': 'Genesys Cloud no inició su sesión. No se guardó nada.',
  'sign-in.page.code-refused': 'Genesys Cloud no confirmó el inicio de sesión. No se guardó nada.',
  'sign-in.page.client-refused':
    'El inicio de sesión no está bien configurado aquí. Indique a su administrador el código de abajo.',
  'sign-in.page.other-person':
    'En Genesys Cloud inició sesión otra persona, no el agente para quien era este enlace. No se guardó nada. Cierre primero la sesión de Genesys Cloud en este navegador.',
  'sign-in.page.not-set-up': 'El inicio de sesión no está configurado en esta instalación.',
  'sign-in.page.unanswered': 'Genesys Cloud no respondió en este momento. No se guardó nada.',
  'help.sign-in':
    'Iniciar sesión en Genesys como usted mismo, para responder a los clientes desde su tarjeta',
  'help.sign-out': 'Terminar esa sesión',
};
