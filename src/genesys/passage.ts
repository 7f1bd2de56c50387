import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';

/** Where one request is on its way out. */
export interface Passage {
  /** Node's own way out, as axios takes one. */
  readonly transport: {
    request(options: RequestOptions, answered: (answer: IncomingMessage) => void): ClientRequest;
  };
  /** Whether there was ever a connection (with TLS: a trusted one) a byte of it could have been written to. */
  opened(): boolean;
  /** What `leaving` threw; null: it did not. */
  keptBy(): { readonly cause: unknown } | null;
}

/** Follows one request. `leaving` is called before it is given to the network, `left` told when its last byte was handed over. */
export function createPassage({ leaving, left }: { leaving: () => void; left: () => void }): Passage {
  let opened = false;
  let kept: { readonly cause: unknown } | null = null;
  return {
    transport: {
      request(options, answered) {
        try {
          leaving();
        } catch (cause) {
          kept = { cause };
          throw cause;
        }
        const secure = options.protocol === 'https:';
        const request = (secure ? https : http).request(options, answered);
        request.once('finish', left);
        request.once('socket', (socket) => {
          if (request.reusedSocket) opened = true;
          // Until then what is written waits in this process.
          else
            socket.once(secure ? 'secureConnect' : 'connect', () => {
              opened = true;
            });
        });
        return request;
      },
    },
    opened: () => opened,
    keptBy: () => kept,
  };
}
