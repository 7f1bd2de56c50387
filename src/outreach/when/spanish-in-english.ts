import { type Saying, saidAs } from './said-as.ts';

const span: readonly Saying[] = [
  ['media hora', 'half an hour'],
  ['horas? y media', 'hours 30'],
  ['horas?', 'hours'],
  ['minutos?', 'minutes'],
  ['d[ií]as?', 'days'],
  ['segundos?', 'seconds'],
  ['una?', 'a'],
  ['y', 'and'],
];

const times: readonly Saying[] = [
  // What twelve of the morning or of the night is, people do not agree about.
  ['(?<=(?<!\\d)(?:[1-9]|1[01])(?::\\d{2})? )de la mañana', 'am'],
  ['(?<=(?<!\\d)(?:[1-8]|12)(?::\\d{2})? )de la tarde', 'pm'],
  ['(?<=(?<!\\d)(?:[6-9]|1[01])(?::\\d{2})? )de la noche', 'pm'],
  ['pasado mañana', 'day after tomorrow'],
  ['mañana', 'tomorrow'],
  ['hoy', 'today'],
  ['(?:el )?lunes', 'monday'],
  ['(?:el )?martes', 'tuesday'],
  ['(?:el )?mi[eé]rcoles', 'wednesday'],
  ['(?:el )?jueves', 'thursday'],
  ['(?:el )?viernes', 'friday'],
  ['(?:el )?s[aá]bado', 'saturday'],
  ['(?:el )?domingo', 'sunday'],
  ['(?:en )?(?:la )?hora del cliente', 'customer time'],
  ['(?:en )?mi hora', 'my time'],
  ['(?:al? )?mediod[ií]a', 'noon'],
  ['a las?(?= \\d)', 'at'],
];

const inSpan = /^(?:en|dentro de) (?=\d|una? |media )/;

/** A time in Spanish said in English; see `inEnglish`. */
export function spanishInEnglish(said: string): string {
  if (/^(?:ahora(?: mismo)?|inmediatamente)$/.test(said)) return 'now';
  if (inSpan.test(said)) return `in ${saidAs(said.replace(inSpan, ''), span)}`;
  return saidAs(said, times);
}
