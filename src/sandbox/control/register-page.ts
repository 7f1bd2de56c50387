import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const pageFolder = new URL('../page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Only the page's own files run and load, so that nothing a customer or bot writes can. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The control-room page at `/`, its files and the card renderer under `/page/`. Read once, at the start. */
export function registerPage(app: FastifyInstance): void {
  const renderer = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
  serve(app, '/page/adaptivecards.js', readFileSync(renderer), '.js');
  for (const file of readdirSync(pageFolder, { recursive: true, encoding: 'utf8' })) {
    const path = file.replaceAll('\\', '/');
    const url = path === 'index.html' ? '/' : `/page/${path}`;
    if (extname(path) in types) serve(app, url, readFileSync(new URL(path, pageFolder)), extname(path));
  }
}

function serve(app: FastifyInstance, url: string, content: Buffer, extension: string): void {
  const type = types[extension];
  if (type === undefined) return;
  app.get(url, (_request, reply) =>
    reply
      .headers({
        'content-type': type,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      })
      .send(content),
  );
}
