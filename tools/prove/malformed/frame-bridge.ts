import { WebSocket, WebSocketServer } from 'ws';
import type { TakeSocket } from '../between/platform-proxy.ts';

/** Notification sockets of the program that end here, each with one of its own to the platform behind it. */
export interface FrameBridge {
  readonly take: TakeSocket;
  /** Says so to the program on every socket it has open; how many those were. */
  say(frame: Buffer, binary: boolean): number;
  /** Frames the platform has sent, the latest few of them. */
  readonly heard: readonly string[];
  close(): void;
}

const remembered = 200;

export function createFrameBridge(platform: string): FrameBridge {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const open = new Set<WebSocket>();
  const behind = new Set<WebSocket>();
  const heard: string[] = [];
  return {
    heard,
    take: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (program) => {
        const upstream = new WebSocket(`${platform.replace('http', 'ws')}${request.url}`, {
          perMessageDeflate: false,
        });
        open.add(program);
        behind.add(upstream);
        const waiting: string[] = [];
        program.on('message', (data) =>
          upstream.readyState === WebSocket.OPEN ? upstream.send(String(data)) : waiting.push(String(data)),
        );
        upstream.on('open', () => {
          for (const text of waiting.splice(0)) upstream.send(text);
        });
        upstream.on('message', (data) => {
          heard.push(String(data));
          if (heard.length > remembered) heard.shift();
          program.send(String(data));
        });
        program.on('close', () => {
          open.delete(program);
          upstream.terminate();
        });
        upstream.on('close', () => {
          behind.delete(upstream);
          program.terminate();
        });
        for (const either of [program, upstream]) either.on('error', () => either.terminate());
      }),
    say(frame, binary) {
      for (const program of open) program.send(frame, { binary });
      return open.size;
    },
    close() {
      for (const either of [...open, ...behind]) either.terminate();
      server.close();
    },
  };
}
