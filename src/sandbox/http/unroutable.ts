import type { Socket } from 'node:net';
import { badRequest, errorBody } from '../platform/platform-error.ts';
import { ConnectorError } from '../teams/connector/connector-error.ts';

const sentence = 'The request URI could not be understood.';

/** Headers and body of the 400 for a request whose path cannot even be decoded, in the words of whom it was meant for. */
export function unroutable(
  url: string,
  contextId: string,
): { headers: Record<string, string>; body: string } {
  const headers = { 'content-type': 'application/json' };
  if (url.startsWith('/sandbox/')) return { headers, body: JSON.stringify({ error: sentence }) };
  if (url.startsWith('/teams/')) {
    return { headers, body: JSON.stringify(new ConnectorError('BadSyntax', sentence).body) };
  }
  const body = JSON.stringify(errorBody(badRequest(sentence), contextId));
  return { headers: { ...headers, 'ININ-Correlation-Id': contextId }, body };
}

/** Answers what is no HTTP at all with the platform's 400 and hangs up. unverified: what the platform's gateway says. */
export function refuseNoHttp(socket: Socket, contextId: string): void {
  const { headers, body } = unroutable('', contextId);
  const lines = Object.entries({
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  if (socket.writable) socket.write(`HTTP/1.1 400 Bad Request\r\n${head}\r\n\r\n${body}`);
  socket.destroy();
}
