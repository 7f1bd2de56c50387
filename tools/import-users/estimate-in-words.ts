import { estimateOf } from '../../src/journeys/import-users/estimate.ts';
import { spanInWords } from './progress-line.ts';
import type { Survey } from './survey.ts';

/** The requests a minute somebody gave; null: that is no such number. Pure. */
export function perMinuteOf(text: string): number | null {
  const given = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return given >= 1 ? given : null;
}

/** What an import costs before it begins. Pure. */
export function estimateInWords({ users, ids, report }: Survey, perMinute: number): string {
  const { calls, minutes } = estimateOf(users, ids, perMinute);
  const number = (value: number) => value.toLocaleString('en');
  const of = (value: number, what: string) => `${number(value)} ${what}${value === 1 ? '' : 's'}`;
  const [least, most] = [spanInWords(minutes.least), spanInWords(minutes.most)];
  return [
    `${of(users, 'user')} with ${of(ids, 'id')}, ${of(report.bad, 'bad row')}.`,
    `${of(calls.least, 'request')} if all have a contact, ${number(calls.most)} if none has: ${least === most ? least : `${least} to ${most}`} at ${number(perMinute)} a minute, of which an import uses 95 %.`,
  ].join('\n');
}
