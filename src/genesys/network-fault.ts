/** The network failed before an HTTP answer came. Carries no headers and no body: those hold secrets and customers' words. */
export class NetworkFault extends Error {
  /** A system code (`ECONNRESET`), or `timeout` or `closed`. */
  readonly reason: string;
  /** True only when the request surely never left this machine. */
  readonly neverLeft: boolean;

  constructor(reason: string, neverLeft: boolean) {
    super(`network fault: ${reason}`);
    this.name = 'NetworkFault';
    this.reason = reason;
    this.neverLeft = neverLeft;
  }
}

/** Errors of opening a connection: no byte of the request was written yet. */
const openingCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/;

/** What an HTTP client threw, told apart by whether the request can have reached the other side. */
export function networkFaultOf(thrown: unknown): NetworkFault {
  const code = text(thrown, 'code') ?? 'unknown';
  const syscall = text(thrown, 'syscall') ?? text(cause(thrown), 'syscall');
  return new NetworkFault(
    code,
    openingCodes.test(code) || syscall === 'connect' || syscall === 'getaddrinfo',
  );
}

function cause(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}

function text(thrown: unknown, key: 'code' | 'syscall'): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value: unknown = Reflect.get(thrown, key);
  return typeof value === 'string' ? value : undefined;
}
