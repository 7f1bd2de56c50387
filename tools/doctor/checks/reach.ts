import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import type { PlatformHttp } from '../../../src/genesys/platform-http.ts';
import { coded, type Finding, good } from '../finding.ts';

const patienceMs = 4_000;

/**
 * Whether a host of the platform answers at all: name, connection, TLS, HTTP. Any status below 500 will do, for it is asked without a
 * token. `path` is one the product uses.
 */
export async function reach(
  http: Pick<PlatformHttp, 'ask'>,
  check: 'api' | 'login',
  url: string,
  path: string,
): Promise<Finding> {
  const { host } = new URL(url);
  try {
    const { status } = await http.ask({
      method: 'GET',
      url: `${url}${path}`,
      headers: { accept: 'application/json' },
      timeoutMs: patienceMs,
    });
    return status < 500
      ? good(check, `${host} answers.`)
      : coded(check, 'problem', 'genesys.server-error', { host, status });
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault;
    const code = fault.neverLeft ? 'genesys.unreachable' : 'genesys.no-answer';
    return coded(check, 'problem', code, { host, reason: fault.reason }, whatFailed(fault.reason));
  }
}

/** The step at which it failed, for the reader who does not know the system's codes. */
function whatFailed(reason: string): string {
  if (/^(ENOTFOUND|EAI_)/.test(reason)) return 'The name does not resolve (DNS).';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|EPROTO|SSL|TLS/.test(reason))
    return 'TLS: the certificate is not trusted.';
  if (reason === 'ECONNREFUSED') return 'Nothing listens there.';
  if (reason === 'timeout') return 'The connection stays silent.';
  return '';
}
