import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Caller } from '../caller.ts';
import { checkedQuery } from '../checked.ts';
import { divisionView } from '../views/division-view.ts';
import { idOf } from '../views/id-of.ts';

const query = z.object({ includeDuplicates: z.stringbool().default(false) });

/** What whoever asks may do. */
export function subjectRoutes({ app, callerOf }: Api): void {
  app.get(
    '/api/v2/authorization/subjects/me',
    {
      config: {
        source: 'SDK 262',
        unverified: "that a client's own token is answered, with the policies of its roles written out",
      },
    },
    (request) => {
      checkedQuery(query, request.query);
      return subjectView(callerOf(request));
    },
  );
}

/** AuthzSubject (SDK 262): one role, in the one division there is. */
function subjectView({ org, client, agent }: Caller) {
  const subject = agent ?? client;
  const name = agent === undefined ? `Role of ${client.name}` : 'Agent';
  const roleId = idOf(`role ${name} of ${org.id}`);
  return {
    id: subject.id,
    name: subject.name,
    grants: [
      {
        subjectId: subject.id,
        division: { ...divisionView(org), description: '', homeDivision: true },
        role: {
          id: roleId,
          name,
          policies: policiesOf(agent === undefined ? client.permissions : org.agentPermissions),
          default: false,
          selfUri: `/api/v2/authorization/roles/${roleId}`,
        },
      },
    ],
    selfUri: `/api/v2/authorization/subjects/${subject.id}`,
  };
}

/** AuthzGrantPolicy (SDK 262): the actions on each kind of thing. */
function policiesOf(permissions: readonly string[]) {
  const byEntity = Map.groupBy(permissions, (permission) => permission.split(':').slice(0, 2).join(':'));
  return [...byEntity].map(([entity, each]) => {
    const [domain = '', entityName = ''] = entity.split(':');
    return { domain, entityName, actions: each.map((permission) => permission.split(':')[2] ?? '') };
  });
}
