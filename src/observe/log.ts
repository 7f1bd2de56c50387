import { type Logger, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';

/** Keys whose values never reach the log, wherever they turn up two levels deep. */
const secretKeys = [
  'authorization',
  'password',
  'clientSecret',
  'secret',
  'token',
  'access_token',
  'text',
  'content',
];

/** Structured lines: JSON for machines, plain words when a person is looking. `write` takes one line with its line end. */
export function createLog(options: {
  level: string;
  pretty: boolean;
  write: (line: string) => void;
}): Logger {
  const { write } = options;
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  };
  if (!options.pretty) return pino(settings, { write });
  const toWords = prettyFactory({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return pino(settings, { write: (line) => write(toWords(line) ?? line) });
}
