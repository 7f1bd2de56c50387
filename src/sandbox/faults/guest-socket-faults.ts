import type { Faults } from './armed-faults.ts';
import type { FaultOn } from './fault.ts';
import type { SilenceableSocket } from './silenceable-socket.ts';

export interface GuestSocketFaults {
  /** The HTTP status this handshake is to be refused with, if any. */
  refusal(deploymentId: string): number | undefined;
  /** A guest's socket has opened. */
  opened(socket: SilenceableSocket, deploymentId: string): void;
}

/** Plays the faults of guest sockets: on those that are open when a fault is armed, then on those that open later. */
export function createGuestSocketFaults(faults: Faults): GuestSocketFaults {
  const open = new Map<SilenceableSocket, string>();

  function play(
    socket: SilenceableSocket,
    deploymentId: string,
    which: (fault: FaultOn<'guest'>) => boolean,
  ): void {
    const fault = faults.take(
      'guest',
      (each) => each.what !== 'refuse' && isMeant(each, deploymentId) && which(each),
    );
    if (fault?.what === 'black-hole') socket.silence();
    else if (fault?.what === 'close') socket.end(fault.closeCode, 'a fault was asked for');
  }

  faults.onArmed((armed) => {
    for (const [socket, deploymentId] of open) play(socket, deploymentId, (fault) => fault === armed);
  });

  return {
    refusal(deploymentId) {
      const fault = faults.take('guest', (each) => each.what === 'refuse' && isMeant(each, deploymentId));
      return fault?.what === 'refuse' ? fault.status : undefined;
    },
    opened(socket, deploymentId) {
      open.set(socket, deploymentId);
      socket.on('close', () => open.delete(socket));
      play(socket, deploymentId, () => true);
    },
  };
}

function isMeant(fault: FaultOn<'guest'>, deploymentId: string): boolean {
  return fault.deploymentId === undefined || fault.deploymentId === deploymentId;
}
