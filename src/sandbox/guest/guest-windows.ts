import type { WebSocket } from 'ws';
import type { GuestConnections } from '../sandbox.ts';

interface Shown {
  readonly customerId: string;
  /** The session's own token, whichever of its tokens the window came with. */
  readonly token: string;
}

export interface GuestWindows extends GuestConnections {
  /** The socket now shows the session of that customer; before it may have shown another. */
  open(shown: Shown, socket: WebSocket): void;
  shownBy(socket: WebSocket): Shown | undefined;
  /** The socket no longer shows any session. */
  leave(socket: WebSocket): void;
  /** Tells a window that it is closed, and closes it. unverified: the close code 1000. */
  dismiss(socket: WebSocket, reason?: 'signedIn'): void;
  /** The windows of a session, longest open first. */
  of(token: string): WebSocket[];
  close(): void;
}

/** Which open WebSocket shows which guest's session; several windows may share one. */
export function createGuestWindows(): GuestWindows {
  const shown = new Map<WebSocket, Shown>();
  const windows = new Map<string, Set<WebSocket>>();
  const of = (token: string): WebSocket[] => [...(windows.get(token) ?? [])];
  const leave = (socket: WebSocket): void => {
    const token = shown.get(socket)?.token;
    if (token === undefined) return;
    shown.delete(socket);
    const left = windows.get(token);
    left?.delete(socket);
    if (left?.size === 0) windows.delete(token);
  };
  return {
    of,
    leave,
    shownBy: (socket) => shown.get(socket),
    open({ customerId, token }, socket) {
      if (shown.get(socket)?.token === token) return;
      leave(socket);
      shown.set(socket, { customerId, token });
      windows.set(token, (windows.get(token) ?? new Set()).add(socket));
    },
    dismiss(socket, reason) {
      // One client model reads `reason`, another `reasonCode`.
      const body = reason === undefined ? {} : { reason, reasonCode: reason };
      socket.send(JSON.stringify({ type: 'message', class: 'ConnectionClosedEvent', code: 200, body }));
      leave(socket);
      socket.close(1000);
    },
    isConnected: (token) => windows.has(token),
    send(token, frame) {
      const text = JSON.stringify(frame);
      for (const socket of of(token)) socket.send(text);
    },
    close() {
      for (const socket of shown.keys()) socket.terminate();
      shown.clear();
      windows.clear();
    },
  };
}
