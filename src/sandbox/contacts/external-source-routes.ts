import { z } from 'zod';
import type { Api } from '../platform/api.ts';
import { checked, checkedQuery } from '../platform/checked.ts';
import { notFound, PlatformError } from '../platform/platform-error.ts';
import { sourceView } from './contact-view.ts';
import type { ExternalSource } from './external-contact.ts';

const body = z.object({
  name: z.string().trim().min(1).max(200),
  active: z.boolean().default(true),
  linkConfiguration: z.object({ uriTemplate: z.string().optional() }).optional(),
});

const query = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(10).max(200).default(100),
  name: z.string().default(''),
  active: z.stringbool().optional(),
});

const sources = '/api/v2/externalcontacts/externalsources';

/** The other systems an organisation's contacts have ids in. */
export function externalSourceRoutes({ app, sandbox, orgOf }: Api): void {
  app.post(
    sources,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:externalSource:add'] },
        unverified: '409 for a name that is taken; a linkConfiguration is not kept',
      },
    },
    (request) => {
      const { externalSources } = orgOf(request);
      const { name, active } = checked(body, request.body);
      if ([...externalSources.values()].some((each) => each.name.toLowerCase() === name.toLowerCase())) {
        throw new PlatformError(409, 'conflict', 'An external source with this name exists.');
      }
      const made: ExternalSource = { id: sandbox.newId(), name, active };
      externalSources.set(made.id, made);
      sandbox.changed();
      return sourceView(made);
    },
  );

  app.get(
    sources,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:externalSource:view'] },
        unverified: 'the permission; what a cursor looks like',
      },
    },
    (request) => {
      const { cursor, limit, name, active } = checkedQuery(query, request.query);
      const all = [...orgOf(request).externalSources.values()].filter(
        (each) =>
          each.name.toLowerCase().startsWith(name.toLowerCase()) &&
          (active === undefined || each.active === active),
      );
      const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
      const page = all.slice(from, from + limit);
      const after = from + limit < all.length ? page.at(-1)?.id : undefined;
      return {
        entities: page.map(sourceView),
        selfUri: request.url,
        ...(after !== undefined && {
          nextUri: `${sources}?limit=${limit}&cursor=${after}`,
          cursors: { after },
        }),
      };
    },
  );

  app.get<{ Params: { externalSourceId: string } }>(
    `${sources}/:externalSourceId`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:externalSource:view'] },
        unverified: 'the permission',
      },
    },
    (request) => {
      const found = orgOf(request).externalSources.get(request.params.externalSourceId);
      if (found === undefined) throw notFound('external source');
      return sourceView(found);
    },
  );
}
