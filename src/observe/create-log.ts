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

/** Structured lines on standard output: JSON for machines, plain words when a person is looking. */
export function createLog(options: { level: string; pretty: boolean }): Logger {
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  };
  if (!options.pretty) return pino(settings);
  const toWords = prettyFactory({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return pino(settings, { write: (line) => void process.stdout.write(toWords(line) ?? line) });
}
