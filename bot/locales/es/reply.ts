import type { reply as english } from '../en/reply.ts';
import type { Translated } from '../translated.ts';

export const reply: Translated<typeof english> = {
  'reply.to-our-message': 'En respuesta a',
  'reply.their-words': 'Las palabras del cliente',
  'reply.unreadable': 'La respuesta no se pudo leer aquí. Abra la conversación en Genesys para verla.',
  'reply.picture': '{name, select, none {Una imagen} other {Una imagen: {name}}}',
  'reply.video': '{name, select, none {Un vídeo} other {Un vídeo: {name}}}',
  'reply.sound': '{name, select, none {Una grabación de audio} other {Una grabación de audio: {name}}}',
  'reply.file': '{name, select, none {Un archivo} other {Un archivo: {name}}}',
  'reply.quoted': '«{text}»',
  'reply.state.sending': 'Su respuesta va camino de Genesys, aún sin aceptar',
  'reply.state.sent': 'Genesys aceptó su respuesta',
  'reply.state.refused': 'Su respuesta no se envió',
  'reply.state.unknown': 'Se perdió la confirmación de Genesys: se está buscando su respuesta',
  'reply.state.missing': 'Su respuesta no llegó',
  'reply.next.unknown': 'No se envía otra vez. Espere un momento, por favor.',
  'reply.next.missing': 'Se buscó y no está en la conversación. Envíela de nuevo si todavía viene al caso.',
  'reply.open': 'Responder',
  'reply.open-tooltip': 'Escribir a {customer} en su propio nombre',
  'reply.text': 'Su respuesta, palabra por palabra',
  'reply.text-missing': 'Escriba la respuesta, por favor.',
  'reply.send': 'Enviar respuesta',
  'reply.send-tooltip': 'Enviar esto ahora a {customer}, en su propio nombre',
  'reply.sign-in': 'Iniciar sesión para responder aquí',
  'reply.in-genesys': 'Abrir en Genesys',
  'reply.in-genesys-tooltip': 'Abrir la conversación con {customer} en Genesys Cloud',
  'reply.link-good':
    'El enlace para iniciar sesión es solo para usted, sirve una vez y durante diez minutos.',
  'reply.why.sign-in':
    'Para responder desde aquí, inicie sesión primero en Genesys Cloud: la respuesta sale en su propio nombre.',
  'reply.why.not-set-up': 'Responder desde aquí no está configurado. Responda en Genesys, por favor.',
  'reply.why.reply.not-signed-in':
    'No enviada: aquí no tiene (o ya no tiene) sesión iniciada en Genesys Cloud. Inicie sesión y envíe de nuevo su respuesta.',
  'reply.why.reply.sign-in.ended':
    'No enviada: su sesión en Genesys Cloud terminó. Inicie sesión y envíe de nuevo su respuesta.',
  'reply.why.reply.not-connected':
    'No enviada: no está conectado en esta conversación. Tómela en Genesys y envíe de nuevo su respuesta.',
};
