import { writeFile } from 'node:fs/promises';
import { z } from 'zod';

const state = z.object({
  orgs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      sessionKey: z.string(),
      queues: z.array(z.object({ name: z.string() })),
    }),
  ),
  teams: z.object({ team: z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
});

/**
 * Writes a PARTNERS_FILE that registers an organisation of a sandbox (the second unless told) by the field contract, with other fields of a
 * partner as told. `baseUrl` like `http://127.0.0.1:3979`.
 */
export async function writePartnersFile(
  path: string,
  baseUrl: string,
  more: Readonly<Record<string, unknown>> = {},
  which: 0 | 1 = 1,
): Promise<void> {
  const answer = await fetch(`${baseUrl}/sandbox/v1/state?limit=1`);
  const { orgs, teams } = state.parse(await answer.json());
  const org = orgs[which];
  if (org === undefined) throw new Error('the sandbox has no such organisation');
  const channel = teams.team.channels.find(({ name }) => name === org.name);
  const partner = {
    id: org.name.toLowerCase().split(' ')[0],
    organisationId: org.id,
    name: org.name,
    apiUrl: baseUrl,
    loginUrl: baseUrl,
    clientId: org.clientId,
    clientSecret: org.clientSecret,
    contract: 'field',
    sessionKey: org.sessionKey,
    queues: org.queues.map(({ name }) => name),
    ...(channel === undefined ? {} : { teamsConversation: channel.id }),
    ...more,
  };
  await writeFile(path, JSON.stringify({ partners: [partner] }));
}
