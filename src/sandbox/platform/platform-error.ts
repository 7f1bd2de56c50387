import type { UnverifiedRefusal } from './unverified-refusals.ts';

/** A refusal in the platform's standard error body. */
export class PlatformError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its name among the unverified refusals, which a setting may have answered otherwise. */
  readonly unverified: UnverifiedRefusal | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    {
      headers = {},
      unverified,
    }: { readonly headers?: Readonly<Record<string, string>>; readonly unverified?: UnverifiedRefusal } = {},
  ) {
    super(message);
    this.name = 'PlatformError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.unverified = unverified;
  }
}

/** ErrorBody as the platform sends it; `contextId` equals the ININ-Correlation-Id header. */
export function errorBody(
  { status, code, message }: Pick<PlatformError, 'status' | 'code' | 'message'>,
  contextId: string,
) {
  return { message, code, status, contextId, details: [], errors: [] };
}

/** 404 for something the organisation does not have. */
export function notFound(what: string): PlatformError {
  return new PlatformError(404, 'not.found', `The requested ${what} was not found.`);
}

/** 400 with the general code and a sentence. */
export function badRequest(message: string): PlatformError {
  return new PlatformError(400, 'bad.request', message);
}
