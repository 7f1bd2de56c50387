import type { ErrorCode } from '../errors/catalogue.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { recognise } from '../errors/refusals/recognise.ts';
import { SocketFault } from './socket-fault.ts';

/** What brought a notification channel down, or kept it from connecting, as a code; `genesys.feed-stale` when nothing finer is known. Pure. */
export function channelFaultCode(fault: unknown): ErrorCode {
  if (fault instanceof ReachbackError) return fault.code;
  if (!(fault instanceof SocketFault)) return 'genesys.feed-stale';
  const says = [fault.message];
  const known = recognise({ by: 'genesys-socket', says }) ?? recognise({ by: 'genesys-network', says });
  return known?.code ?? 'genesys.feed-stale';
}
