import { z } from 'zod';

const token = z.object({ access_token: z.string() });
const refusal = z.object({ status: z.number(), code: z.string() });

/** What the platform said to a message by the participant's route. */
export interface ParticipantRefusal {
  readonly status: number;
  readonly code: string | null;
}

/** Asks by the route integrators try first on a closed conversation, to show what the product never does. */
export async function tryParticipantRoute(
  baseUrl: string,
  client: { readonly clientId: string; readonly clientSecret: string },
  to: { readonly conversationId: string; readonly participantId: string; readonly text: string },
): Promise<ParticipantRefusal> {
  const signedIn = await fetch(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: bearer } = token.parse(await signedIn.json());
  const path = `/api/v2/communications/conversations/${to.conversationId}/participants/${to.participantId}/messages`;
  const response = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messageType: 'proactive', content: { text: to.text } }),
  });
  const told = refusal.safeParse(await response.json());
  return { status: response.status, code: told.success ? told.data.code : null };
}
