import type { Api } from '../api.ts';

/** The organisation whose token it is. */
export function organisationRoutes({ app, orgOf }: Api): void {
  app.get(
    '/api/v2/organizations/me',
    {
      config: {
        source: 'SDK 262',
        unverified: 'that no permission is asked for; every field but id and name',
      },
    },
    (request) => {
      const { id, name } = orgOf(request);
      return {
        id,
        name,
        thirdPartyOrgName: name.toLowerCase().replaceAll(' ', '-'),
        state: 'active',
        version: 1,
        selfUri: `/api/v2/organizations/${id}`,
      };
    },
  );
}
