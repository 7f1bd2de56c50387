import { type Saying, saidAs } from './said-as.ts';

const span: readonly Saying[] = [
  ['une demi[- ]heure', 'half an hour'],
  ['heures? et demie', 'hours 30'],
  ['heures?', 'hours'],
  ['jours?', 'days'],
  ['secondes?', 'seconds'],
  ['une?', 'a'],
  ['et', 'and'],
];

const days: readonly Saying[] = [
  ['après[- ]demain', 'day after tomorrow'],
  ['demain', 'tomorrow'],
  ["aujourd[’' ]hui", 'today'],
  ['(?:le )?lundi', 'monday'],
  ['(?:le )?mardi', 'tuesday'],
  ['(?:le )?mercredi', 'wednesday'],
  ['(?:le )?jeudi', 'thursday'],
  ['(?:le )?vendredi', 'friday'],
  ['(?:le )?samedi', 'saturday'],
  ['(?:le )?dimanche', 'sunday'],
];

const clocks: readonly Saying[] = [
  ["(?:à )?(?:l[’'])?heure du client", 'customer time'],
  ['(?:à )?mon heure', 'my time'],
  ['(?:à )?midi', 'noon'],
  ['à(?= \\d)', 'at'],
];

/** `9h`, `9 h 30`, `9 heures`. */
const hour = /(?<![\d:])(\d{1,2}) ?(?:h|heures?)(?: ?(\d{2}))?(?![\p{L}\d])/gu;

/** A time in French said in English; see `inEnglish`. */
export function frenchInEnglish(said: string): string {
  if (/^(?:maintenant|tout de suite|immédiatement)$/.test(said)) return 'now';
  if (said.startsWith('dans ')) return `in ${saidAs(said.slice('dans '.length), span)}`;
  if (said.startsWith('in ')) return said;
  return saidAs(said, [...days, ...clocks]).replaceAll(
    hour,
    (_, hours: string, minutes: string | undefined) => `${hours}:${minutes ?? '00'}`,
  );
}
