import { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { ChannelTimings } from './channel-timings.ts';
import { SocketFault } from './socket-fault.ts';

export interface ChannelSocket {
  readonly isOpen: () => boolean;
  /** When the last frame of any kind came, or the socket opened; epoch milliseconds. */
  readonly lastFrameAt: () => number;
  /** Ends it without a word to `onDown`. */
  close(): void;
}

export interface ChannelSocketParts {
  readonly uri: string;
  readonly clock: Clock;
  readonly timings: Pick<ChannelTimings, 'quietMs' | 'pongMs' | 'handshakeMs'>;
  readonly onText: (text: string) => void;
  /** Once, when the open socket ended by anything but `close`. */
  readonly onDown: (fault: SocketFault) => void;
}

const largestFrame = 4 * 1024 * 1024;

/**
 * Opens one socket of a notification channel and watches that it lives: a connection that went silent without being
 * closed (a black hole) is found out within `quietMs + pongMs`. Rejects with a SocketFault when it cannot be opened.
 */
export function openChannelSocket(parts: ChannelSocketParts): Promise<ChannelSocket> {
  const { uri, clock, timings, onText, onDown } = parts;
  return new Promise((resolve, reject) => {
    let lastFrameAt = clock.now();
    let cancelWatch = () => {};
    let opened = false;
    let ended = false;
    const socket = new WebSocket(uri, {
      handshakeTimeout: timings.handshakeMs,
      maxPayload: largestFrame,
      perMessageDeflate: false,
      followRedirects: false,
    });

    function end(fault: SocketFault | null): void {
      if (ended) return;
      ended = true;
      cancelWatch();
      socket.terminate();
      if (fault === null) return;
      if (opened) onDown(fault);
      else reject(fault);
    }

    function watch(afterMs: number): void {
      cancelWatch = clock.after(afterMs, () => {
        const idleMs = clock.now() - lastFrameAt;
        if (idleMs < timings.quietMs) return watch(timings.quietMs - idleMs);
        const askedAt = clock.now();
        socket.send('{"message":"ping"}');
        cancelWatch = clock.after(timings.pongMs, () => {
          if (lastFrameAt < askedAt) end(new SocketFault('silent', false));
          else watch(Math.max(1, timings.quietMs - (clock.now() - lastFrameAt)));
        });
      });
    }

    socket.on('open', () => {
      opened = true;
      lastFrameAt = clock.now();
      watch(timings.quietMs);
      resolve({
        isOpen: () => !ended && socket.readyState === WebSocket.OPEN,
        lastFrameAt: () => lastFrameAt,
        close: () => end(null),
      });
    });
    socket.on('message', (data, isBinary) => {
      if (ended) return;
      lastFrameAt = clock.now();
      onText(isBinary ? '' : data.toString());
    });
    socket.on('unexpected-response', (_request, response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      end(new SocketFault(`handshake ${status}`, [401, 403, 404, 410].includes(status)));
    });
    socket.on('error', (error) =>
      end(new SocketFault('code' in error ? String(error.code) : 'socket error', false)),
    );
    socket.on('close', (code) => end(new SocketFault(`closed ${code}`, false)));
  });
}
