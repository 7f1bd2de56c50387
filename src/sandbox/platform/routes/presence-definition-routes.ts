import { z } from 'zod';
import { systemPresences } from '../../world/system-presences.ts';
import type { Api } from '../api.ts';
import { checkedQuery } from '../checked.ts';
import { listParameter, paged, paging } from '../paged.ts';
import { notFound } from '../platform-error.ts';

type Definition = (typeof systemPresences)[number];

/** `true`, `false`, or `ALL`/`any` of both. Nothing of the sandbox is deactivated. */
const withDeactivated = z.string().optional();
const definitionsQuery = z.object({
  deactivated: withDeactivated,
  divisionId: listParameter,
  localeCode: z.string().optional(),
});
const oldQuery = paging.extend({ deleted: withDeactivated, localeCode: z.string().optional() });
const onlyDeactivated = (asked: string | undefined): boolean => asked?.toLowerCase() === 'true';

/** What presences there are: the system's, the organisation's definitions, and their deprecated predecessor. */
export function presenceDefinitionRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/systempresences',
    { config: { source: 'SDK 262', unverified: 'how the names are written' } },
    () => systemPresences.map(({ id, name }) => ({ id, name, selfUri: `/api/v2/systempresences/${id}` })),
  );

  const permissions = { all: ['presence:presenceDefinition:view'] } as const;
  app.get('/api/v2/presence/definitions', { config: { source: 'SDK 262', permissions } }, (request) => {
    const { deactivated, divisionId } = checkedQuery(definitionsQuery, request.query);
    const { id } = orgOf(request);
    const here = divisionId.length === 0 || divisionId.includes(id) || divisionId.includes('*');
    const entities =
      onlyDeactivated(deactivated) || !here ? [] : systemPresences.map((each) => definitionView(each, id));
    return { total: entities.length, entities, selfUri: '/api/v2/presence/definitions' };
  });

  app.get<{ Params: { definitionId: string } }>(
    '/api/v2/presence/definitions/:definitionId',
    { config: { source: 'SDK 262', permissions } },
    (request) => {
      const definition = systemPresences.find(({ id }) => id === request.params.definitionId);
      if (definition === undefined) throw notFound('presence definition');
      return definitionView(definition, orgOf(request).id);
    },
  );

  app.get(
    '/api/v2/presencedefinitions',
    { config: { source: 'SDK 262', unverified: 'its order' } },
    (request) => {
      const query = checkedQuery(oldQuery, request.query);
      const all = onlyDeactivated(query.deleted) ? [] : systemPresences.map(oldView);
      return paged(all, query, request.url);
    },
  );
}

/** OrganizationPresenceDefinition (SDK 262); definitions write the presence without a space. */
function definitionView({ id, name }: Definition, divisionId: string) {
  return {
    id,
    name,
    type: 'System',
    languageLabels: { en_US: name },
    systemPresence: name.replace(' ', ''),
    divisionId,
    deactivated: false,
    selfUri: `/api/v2/presence/definitions/${id}`,
  };
}

/** OrganizationPresence with the keys a captured entity has: neither name nor type, and the space in the presence. */
function oldView({ id, name }: Definition) {
  return {
    id,
    languageLabels: { en_US: name },
    systemPresence: name,
    deactivated: false,
    primary: true,
    selfUri: `/api/v2/presencedefinitions/${id}`,
  };
}
