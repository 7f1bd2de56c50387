import type { FastifyInstance } from 'fastify';
import { isoTime } from '../../iso-time.ts';
import type { GuestParts } from '../guest-scene.ts';

/** What the store takes at all; a deployment's own limit is below. */
const mostBytes = 33_554_432;

interface OfSecret {
  Params: { secret: string };
}

/** Where guests PUT announced files and read them again: the file store behind the platform's presigned addresses. */
export function attachmentRoutes(app: FastifyInstance, { sandbox, guests, attachments }: GuestParts): void {
  app.register(async (store) => {
    store.removeAllContentTypeParsers();
    store.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    store.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
    });

    store.options<OfSecret>('/attachments/:secret', (_request, reply) =>
      reply.header('Access-Control-Allow-Methods', 'GET,PUT,OPTIONS').code(204).send(),
    );

    store.put<OfSecret>('/attachments/:secret', { bodyLimit: mostBytes }, (request, reply) => {
      const attachment = attachments.bySecret(request.params.secret);
      if (attachment === undefined) return reply.code(403).send();
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const problem =
        bytes.length === 0
          ? ([4003, 'File content is not valid.'] as const)
          : bytes.length > attachment.maxBytes
            ? ([4002, 'File size is over the limit.'] as const)
            : undefined;
      const timestamp = isoTime(sandbox.now());
      const token = request.params.secret;
      if (problem === undefined) attachment.bytes = bytes;
      const about = { attachmentId: attachment.id, timestamp };
      const owner = [...sandbox.world.orgs.values()].flatMap(
        ({ customers }) => customers.get(attachment.customerId) ?? [],
      )[0];
      if (owner !== undefined) {
        guests.send(owner.token, {
          type: 'message',
          class: problem === undefined ? 'UploadSuccessEvent' : 'UploadFailureEvent',
          code: 200,
          body:
            problem === undefined
              ? { ...about, downloadUrl: `${sandbox.baseUrl()}/attachments/${token}` }
              : { ...about, errorCode: problem[0], errorMessage: problem[1] },
        });
      }
      return reply.code(200).send();
    });

    store.get<OfSecret>('/attachments/:secret', (request, reply) => {
      const attachment = attachments.bySecret(request.params.secret);
      if (attachment?.bytes === undefined) return reply.code(403).send();
      return reply
        .headers({
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': 'attachment',
          'X-Content-Type-Options': 'nosniff',
        })
        .send(attachment.bytes);
    });
  });
}
