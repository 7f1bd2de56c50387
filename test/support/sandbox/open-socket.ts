import { WebSocket } from 'ws';

/** A WebSocket that keeps every frame it got, parsed. */
export interface OpenSocket {
  readonly frames: ReturnType<typeof JSON.parse>[];
  send(frame: unknown): void;
  /** Settles with the close code. */
  readonly closed: Promise<number>;
  close(): Promise<number>;
}

/** Connects; rejects when the server does not take the connection. */
export async function openSocket(url: string, origin?: string): Promise<OpenSocket> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  const frames: ReturnType<typeof JSON.parse>[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => socket.terminate());
  return {
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    close() {
      socket.close();
      return closed;
    },
  };
}
