import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const pageFolder = new URL('../page/', import.meta.url);

/** The control-room page, at `/`. */
export function registerPage(app: FastifyInstance): void {
  app.get('/', async (_request, reply) => {
    reply.type('text/html; charset=utf-8').send(await readFile(new URL('index.html', pageFolder)));
    return reply;
  });
}
