import type { candidates as english } from '../en/candidates.ts';
import type { Translated } from '../translated.ts';

export const candidates: Translated<typeof english> = {
  'candidates.title': 'Clientes a los que puede escribir',
  'candidates.nobody': 'Nadie a quien escribir por ahora',
  'candidates.as-of': 'Situación: {when}',
  'candidates.paused':
    'Los envíos están en pausa, para usted o para todos. «status» dice por quién; «resume» termina su propia pausa.',
  'candidates.none-here': 'Ningún cliente estuvo aquí en las últimas 24 horas.',
  'candidates.all-left-alone':
    '{count, plural, one {Al único cliente de las últimas 24 horas se le deja en paz.} many {A los # de clientes de las últimas 24 horas se les deja en paz.} other {A los # clientes de las últimas 24 horas se les deja en paz.}}',
  'candidates.feed-stale':
    'Nada recibido de Genesys Cloud desde hace {age}: puede faltar alguien aquí. Cada mensaje se comprueba de nuevo antes de salir.',
  'candidates.quiet-hours':
    'Es horario de descanso según el reloj de su organización: un mensaje solo sale si el del cliente dice otra cosa.',

  'candidates.session.agent': 'Terminada por un agente {when} · hace {ago}',
  'candidates.session.customer': 'Se fue {when} · hace {ago}',
  'candidates.session.timed-out': 'Caducó {when} · hace {ago}',
  'candidates.session.flow': 'Terminada por el flujo {when} · hace {ago}',
  'candidates.session.fault': 'Se cortó la conexión {when} · hace {ago}',
  'candidates.session.ended': 'Terminada {when} · hace {ago}',
  'candidates.session.active':
    'Aún conectado, sin nadie que le atienda; última actividad {when} · hace {ago}',

  'candidates.why': 'Por qué aquí: {reasons}',
  'candidates.why.served-by-agent': 'usted le atendió por última vez',
  'candidates.why.queue-of-agent': 'su cola',
  'candidates.why.neither': 'en un canal que usted atiende',
  'candidates.why.abandoned': 'se fue sin llegar a un agente',
  'candidates.order':
    'Orden: atendidos por usted, luego sus colas, luego los demás; en cada grupo, primero quienes no llegaron a un agente y después los más recientes.',
  'candidates.more': 'Y {count, number} más.',
  'candidates.left-alone': 'Se deja en paz: {list}',
  'candidates.left.opted-out': '{count, number} por petición propia',
  'candidates.left.connected-now': '{count, number} en una conversación',
  'candidates.left.agent-not-on-channel': '{count, number} en canales que usted no atiende',
  'candidates.left.no-route': '{count, number} sin vía de contacto',
  'candidates.left.open-outreach': '{count, number} con un mensaje en curso',
  'candidates.left.contacted-recently': '{count, number} con un mensaje reciente',
  'candidates.left.declined-recently': '{count, number} con un rechazo reciente de un supervisor',
  'candidates.left.failed-recently': '{count, number} con un mensaje que acaba de fallar',
  'candidates.left.other': '{count, number} por otros motivos',

  'candidates.write': 'Escribir',
  'candidates.write-tooltip': 'Escribir a {customer}',
  'candidates.text': 'Mensaje al cliente, palabra por palabra',
  'candidates.text-missing': 'Escriba el mensaje.',
  'candidates.send': 'Enviar',
  'candidates.send-tooltip': 'Enviar este mensaje a {customer} ahora, en su nombre',
  'candidates.ask': 'Enviar para aprobación',
  'candidates.ask-tooltip': 'Presentar a un supervisor este mensaje a {customer}',
  'candidates.look-again': 'Actualizar',
  'candidates.look-again-tooltip': 'Volver a hacer esta lista',
  'candidates.said': 'Su mensaje a {customer} está en marcha. Su propia tarjeta muestra cómo continúa.',
  'candidates.said-approval':
    'Se consulta a un supervisor sobre su mensaje a {customer}. Recibirá la tarjeta cuando haya una decisión.',
  'candidates.because': 'Motivo: {reason}.',

  'step.by-hand': 'Pedido por {agent}',
  'help.candidates': 'A quién podría escribir ahora y por qué; escríbales desde ahí',
};
