import { Server } from 'node:net';

// Loaded into the Playground's own process, before it. It has no setting for its address and would listen on all
// interfaces: whoever reached it there would be one of its users, and so a supervisor.
const { listen } = Server.prototype;

Server.prototype.listen = function (this: Server, ...asked: unknown[]): Server {
  const [port, ...rest] = asked;
  const withHost = typeof port === 'number' && typeof rest[0] !== 'string';
  return Reflect.apply(listen, this, withHost ? [port, '127.0.0.1', ...rest] : asked);
};

// Whoever started it may be killed: it does not stay behind.
process.once('disconnect', () => process.exit(0));
