import type { policy as english } from '../en/policy.ts';
import type { Translated } from '../translated.ts';

export const policy: Translated<typeof english> = {
  'policy.title': 'Reglas de envío',
  'policy.mode': 'Modo',
  'policy.quiet-hours': 'Horas de descanso',
  'policy.quiet-hours.span': 'De {from} a {to}, según el reloj del cliente',
  'policy.quiet-hours.off': 'Ninguna: se puede escribir a los clientes a cualquier hora',
  'policy.time-zone': 'Zona horaria',
  'policy.time-zone.value': '{zone}, para los clientes cuya zona no se conoce',
  'policy.contact-again': 'Volver a escribir',
  'policy.contact-again.value':
    'Como pronto {hours, plural, one {# hora} many {# de horas} other {# horas}} después del último mensaje',
  'policy.approval': 'Aprobación',
  'policy.approval.value':
    'Vence a los {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}',
  'policy.cobrowse': 'Cobrowsing',
  'policy.cobrowse.off': 'Los agentes solo miran',
  'policy.cobrowse.on': 'Los agentes pueden actuar en la página, si el chat lo permite',
  'policy.text': 'Mensaje al cliente',
  'policy.place.customer': '[cliente]',
  'policy.place.agent': '[agente]',
  'policy.place.queue': '[cola]',
  'policy.configured': 'Configurado: {value}',
  'policy.last-change': 'Último cambio',
  'policy.never-changed': 'Ninguno: todo está como se configuró.',
  'policy.read-only': 'Los supervisores pueden cambiar estas reglas.',
  'policy.unreadable':
    'Las reglas guardadas no se pueden leer por completo. Hasta que un supervisor las cambie, para lo que no se puede leer vale la configuración y cada mensaje necesita aprobación (código {code}).',

  'policy.change.line': '{label}: {from} → {to}',
  'policy.change.text': '{label}: otro texto',
  'policy.change.nothing': 'De vuelta a la configuración, nada era distinto',
  'policy.change.unreadable': 'No se puede leer qué se cambió',

  'policy.edit.mode': 'Modo',
  'policy.edit.mode-tooltip': 'Elegir si los mensajes necesitan aprobación y qué se permite en el cobrowsing',
  'policy.edit.quiet': 'Horas de descanso',
  'policy.edit.quiet-tooltip': 'Cambiar las horas de descanso y la zona horaria',
  'policy.edit.limits': 'Plazos',
  'policy.edit.limits-tooltip': 'Cambiar cuándo se puede volver a escribir y cuándo vencen las aprobaciones',
  'policy.edit.text': 'Mensaje',
  'policy.edit.text-tooltip': 'Cambiar lo que se escribe a los clientes',
  'policy.reset': 'Volver a la configuración',
  'policy.reset-tooltip': 'Deshacer todos los cambios hechos aquí',
  'policy.form.quiet-hours': 'Horas de descanso, por ejemplo 21:00-08:00, u off para ninguna',
  'policy.form.time-zone': 'Zona horaria cuando no se conoce la del cliente, por ejemplo Europe/Madrid',
  'policy.form.hours': 'Horas hasta poder volver a escribir a un cliente, de 1 a 8760',
  'policy.form.minutes': 'Minutos hasta que vence una aprobación sin respuesta, de 1 a 1440',
  'policy.form.text': "Mensaje, con '{customer}', '{agent}' y '{queue}' en el lugar de los nombres",
  'policy.form.missing': 'Rellene este campo.',
  'policy.save': 'Guardar',
  'policy.save-tooltip': 'Aplicarlo para todos desde ahora',

  'policy.said.changed': 'Guardado. En vigor desde ahora.',
  'policy.said.unchanged': 'Ya era así: no se cambió nada.',
  'policy.said.meanwhile':
    'Otra persona cambió las reglas mientras tanto, así que su cambio no se guardó. Así están ahora.',

  'policy.sure.title': '¿Está seguro?',
  'policy.sure.automatic': 'Desde ahora los mensajes saldrán sin aprobación. ¿Seguro?',
  'policy.sure.quiet-hours':
    'Desde ahora se podrá escribir a los clientes a horas que hasta ahora eran de descanso. ¿Seguro?',
  'policy.sure.cobrowse-control':
    'Desde ahora los agentes podrán actuar en la página de los clientes, no solo mirar. ¿Seguro?',
  'policy.sure.contact-again':
    'Desde ahora se podrá volver a escribir a un mismo cliente antes que hasta ahora. ¿Seguro?',
  'policy.sure.yes': 'Sí, desde ahora',
  'policy.sure.yes-tooltip': 'Aplicarlo para todos',
  'policy.sure.no': 'No, dejarlo así',
  'policy.sure.no-tooltip': 'No cambiar nada y mostrar las reglas',
};
