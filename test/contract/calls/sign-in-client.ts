import type { SdkScene } from './sdk-scene.ts';

export const backTo = 'https://bot.example/back';

/** A client of the authorization-code grant, made in the scene's organisation. */
export async function signInClient({
  control,
  org,
}: SdkScene): Promise<{ readonly clientId: string; readonly clientSecret: string }> {
  const { body } = await control('POST', `/orgs/${org.id}/clients`, {
    name: 'Sign-in',
    redirectUris: [backTo],
  });
  return { clientId: body.id, clientSecret: body.secret };
}

/** The code with which an agent who has chosen themself on the sign-in page comes back. */
export async function codeOf(
  { ground }: SdkScene,
  agentId: string,
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const path = `/sandbox/v1/agents/${agentId}/authorize?${new URLSearchParams(query)}`;
  const { headers } = await fetch(`${ground.url}${path}`, { redirect: 'manual' });
  return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
}
