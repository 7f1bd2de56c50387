import type { extension as english } from '../en/extension.ts';
import type { Translated } from '../translated.ts';

export const extension: Translated<typeof english> = {
  'extension.nobody': 'Nadie estuvo aquí en las últimas 24 horas.',
  'extension.nobody-named': 'Nadie con el nombre «{name}» estuvo aquí en las últimas 24 horas.',
  'extension.late': 'Tardó demasiado. Busque de nuevo.',
  'extension.unmet':
    'Todavía no le conozco. Abra una vez un chat con Reachback, escriba «help» y busque de nuevo.',
  'extension.left': 'se fue hace {ago}',
  'extension.active': 'sigue aquí, última actividad hace {ago}',
  'extension.left-alone': 'ahora no: {reason}',

  'extension.title': 'Cliente de las últimas 24 horas',
  'extension.fallback': 'Cliente de las últimas 24 horas: {customer}. Actualice Teams para ver la tarjeta.',
  'extension.session-left': 'Se fue el {when}',
  'extension.session-active': 'Última actividad el {when}',
  'extension.open': 'Proponer un mensaje',
  'extension.open-tooltip': 'Escribir un mensaje a {customer} en su nombre',

  'extension.form-title': 'Proponer un mensaje',
  'extension.for-you': 'El texto anterior estaba a nombre de otra persona. Este está al suyo.',
  'extension.propose': 'Proponer',
  'extension.propose-tooltip':
    'Proponer este mensaje a {customer} en su nombre; espera a un supervisor donde se exige aprobación',

  'extension.done-title': 'Mensaje propuesto',
  'extension.done': '{agent} propuso un mensaje a {customer}.',
  'extension.done-approval': 'Espera a un supervisor.',
  'extension.done-sending': 'No necesita aprobación y está por enviarse.',
  'extension.done-where':
    'Lo que ocurra con él se ve en su propia tarjeta, en el chat del agente con Reachback. Esta queda como está.',

  'extension.needs-agent':
    'Un mensaje sale en nombre de un agente, y usted no lo es en Genesys Cloud. Envíe esta tarjeta al agente que deba escribir.',
  'extension.not-now': 'Nadie puede escribir a {customer} en este momento: {reason}.',
  'extension.gone': 'Este cliente ya no está entre los de las últimas 24 horas. Busque de nuevo.',
};
