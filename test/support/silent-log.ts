import { type Logger, pino } from 'pino';

/** A logger that says nothing. */
export const silentLog: Logger = pino({ level: 'silent' });

/** A logger whose lines the test can read, all levels. */
export function recordingLog(): { readonly log: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) };
}
