import { NetworkFault } from '../../../src/genesys/network-fault.ts';
import { networkError } from '../../../src/genesys/platform-error.ts';
import type { PlatformHttp } from '../../../src/genesys/platform-http.ts';
import { coded, type Finding, good } from '../finding.ts';

const patienceMs = 3_000;

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
      ? good(check, `The ${check === 'api' ? 'API' : 'login'} host ${host} answers.`)
      : coded(check, 'problem', 'genesys.server-error', { host, status });
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault;
    const { code } = networkError({ method: 'GET', path }, fault);
    return coded(check, 'problem', code, { host, reason: fault.reason });
  }
}
