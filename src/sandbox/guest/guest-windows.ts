import type { WebSocket } from 'ws';
import type { GuestConnections } from '../sandbox.ts';

export interface GuestWindows extends GuestConnections {
  /** The socket now shows the session of that token. */
  open(token: string, socket: WebSocket): void;
  /** The socket no longer shows any session. */
  leave(socket: WebSocket): void;
  of(token: string): WebSocket[];
  close(): void;
}

/** Which open WebSocket shows which guest's session; several windows may share one. */
export function createGuestWindows(): GuestWindows {
  const windows = new Map<WebSocket, string>();
  const of = (token: string): WebSocket[] =>
    [...windows].flatMap(([socket, shown]) => (shown === token ? [socket] : []));
  return {
    of,
    open(token, socket) {
      windows.set(socket, token);
    },
    leave(socket) {
      windows.delete(socket);
    },
    isConnected: (token) => of(token).length > 0,
    send(token, frame) {
      const text = JSON.stringify(frame);
      for (const socket of of(token)) socket.send(text);
    },
    close() {
      for (const socket of windows.keys()) socket.terminate();
      windows.clear();
    },
  };
}
