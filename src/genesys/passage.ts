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
}

/** Follows one request. `left` is told when its last byte was handed to the network. */
export function createPassage(left: () => void): Passage {
  let opened = false;
  return {
    transport: {
      request(options, answered) {
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
  };
}
