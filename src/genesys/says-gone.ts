import { isCaseOf } from '../errors/is-case-of.ts';
import { ReachbackError } from '../errors/reachback-error.ts';
import { SocketFault } from './socket-fault.ts';

/** A 404 of the subscription call means the channel is gone, like a 404 of the socket's handshake. */
export function saysGone(thrown: unknown): boolean {
  if (thrown instanceof ReachbackError) return isCaseOf(thrown.code, 'genesys.not-found');
  return thrown instanceof SocketFault && thrown.gone;
}
