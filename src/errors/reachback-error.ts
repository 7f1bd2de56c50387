import { catalogue, type ErrorCode, type RetryClass } from './catalogue.ts';

export interface ErrorDetails {
  /** Facts that help: a status, a path, a variable's name. Never a secret, never a customer's words. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly cause?: unknown;
}

/** Every failure that leaves a module: a code of the catalogue, the facts of this case, and the cause kept. */
export class ReachbackError extends Error {
  readonly code: ErrorCode;
  readonly retry: RetryClass;
  readonly likely: string;
  readonly next: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    const entry = catalogue[code];
    const facts = details.facts ?? {};
    const suffix = Object.entries(facts)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ');
    super(`${entry.meaning}${suffix === '' ? '' : ` (${suffix})`}`, { cause: details.cause });
    this.name = 'ReachbackError';
    this.code = code;
    this.retry = entry.retry;
    this.likely = entry.likely;
    this.next = entry.next;
    this.facts = facts;
  }
}
