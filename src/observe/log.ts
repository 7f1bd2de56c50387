import { type Logger, pino, stdSerializers } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { ReachbackError } from '../errors/reachback-error.ts';

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

/** Keys a person at a terminal has no use for. */
const forMachines = ['pid', 'hostname', 'eventId', 'agentId', 'outreachId', 'channel'];

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
    formatters: { log: withCode },
    serializers: { err: withoutStackOfOurs },
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  };
  if (!options.pretty) return pino(settings, { write });
  const toWords = prettyFactory({
    ignore: forMachines.join(','),
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return pino(settings, { write: (line) => write(toWords(line) ?? line) });
}

/** A line about an error of the catalogue carries its code, likeliest cause and next step, whoever wrote the line. */
function withCode(line: Record<string, unknown>): Record<string, unknown> {
  const { err } = line;
  return err instanceof ReachbackError
    ? { code: err.code, likely: err.likely, next: err.next, ...line }
    : line;
}

/** An error of the catalogue says what happened in its code and message; a stack is for what nobody foresaw. */
function withoutStackOfOurs(err: Error): object {
  if (!(err instanceof ReachbackError)) return stdSerializers.err(err);
  const cause = err.cause instanceof Error ? { cause: err.cause.message } : {};
  return { type: err.name, message: err.message, ...cause };
}
