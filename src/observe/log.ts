import { type Logger, pino, stdSerializers } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { catalogue } from '../errors/catalogue.ts';
import { isErrorCode } from '../errors/is-error-code.ts';
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

/**
 * A line about an error of the catalogue, or with a code of it, carries code, meaning, likeliest cause and next step, and the platform's id
 * of the exchange where every other line has it, whoever wrote the line.
 */
function withCode(line: Record<string, unknown>): Record<string, unknown> {
  const { err } = line;
  if (err instanceof ReachbackError) {
    const { code, facts, likely, next } = err;
    return { code, meaning: catalogue[code].meaning, facts, likely, next, ...exchangeOf(facts), ...line };
  }
  const exchange = exchangeOf(line.facts);
  if (typeof line.code !== 'string' || !isErrorCode(line.code)) return { ...exchange, ...line };
  const { meaning, likely, next } = catalogue[line.code];
  return { meaning, likely, next, ...exchange, ...line };
}

function exchangeOf(facts: unknown): { readonly correlationId?: string } {
  if (typeof facts !== 'object' || facts === null || !('correlationId' in facts)) return {};
  return typeof facts.correlationId === 'string' ? { correlationId: facts.correlationId } : {};
}

/** An error of the catalogue says what happened in its code and message; a stack is for what nobody foresaw. */
function withoutStackOfOurs(err: Error): object {
  if (!(err instanceof ReachbackError)) return stdSerializers.err(err);
  const cause = err.cause instanceof Error ? { cause: err.cause.message } : {};
  return { type: err.name, message: err.message, ...cause };
}
