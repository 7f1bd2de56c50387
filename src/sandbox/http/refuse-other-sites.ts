import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Keeps pages of other sites away, which a developer's browser has open beside: a name of theirs that points to this computer
 * (DNS rebinding) gets 421 everywhere, and what needs no token (the control, Teams) takes nothing from another origin,
 * not even what a browser sends without asking first. Guests' pages may be anywhere, as the deployment's domains say.
 */
export function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers, url }, reply) => {
    if (!isOwnName(headers)) {
      return reply.code(421).send({ error: 'This sandbox answers to localhost and 127.0.0.1 only.' });
    }
    if (/^\/(sandbox|teams)\//.test(url) && comesFromElsewhere(headers)) {
      return reply.code(403).send({
        error: url.startsWith('/teams/')
          ? { code: 'Forbidden', message: 'Pages of other sites are not served.' }
          : 'Pages of other sites are not served.',
      });
    }
  });
}

/** A name only this computer itself goes by; what is no browser may leave it out. */
export function isOwnName({ host }: IncomingHttpHeaders): boolean {
  return host === undefined || /^(([\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

function comesFromElsewhere({ origin, host, ...headers }: IncomingHttpHeaders): boolean {
  if (origin !== undefined && origin !== `http://${host}`) return true;
  const site = headers['sec-fetch-site'];
  const isRead = headers['sec-fetch-mode'] === 'navigate';
  return (site === 'cross-site' || site === 'same-site') && !isRead;
}
