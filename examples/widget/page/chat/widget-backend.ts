import { z } from 'zod';
import { Refusal } from './refusal.ts';

const renewed = z.object({
  widgetToken: z.string(),
  expiresInSeconds: z.number(),
  jwt: z.string().nullable(),
});

const issued = renewed.extend({
  deploymentId: z.string(),
  messagingUrl: z.url(),
  apiUrl: z.url(),
  sessionToken: z.string(),
  customAttributes: z.record(z.string(), z.string()),
});

const refused = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

export type Issued = z.infer<typeof issued>;
export type Renewed = z.infer<typeof renewed>;

/** Reachback's token backend, as a page asks it. Each throws `Refusal`, with the code `unreachable` when there is no answer to read. */
export function widgetBackend(baseUrl: string): {
  token(request: { assertion: string | null; sessionToken: string | null }): Promise<Issued>;
  refresh(widgetToken: string): Promise<Renewed>;
  revoke(widgetToken: string): Promise<void>;
} {
  async function ask(path: string, body: unknown, bearer: string | null): Promise<unknown> {
    const answer = await fetch(`${baseUrl}/widget/${path}`, {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
    }).catch(() => {
      // A browser does not tell a page which: no network, or no leave to read the answer from this origin.
      throw new Refusal('unreachable', '');
    });
    if (answer.status === 204) return null;
    const told: unknown = await answer.json().catch(() => null);
    if (answer.ok) return told;
    const read = refused.safeParse(told);
    const retryAfter = Number(answer.headers.get('retry-after')) || null;
    if (!read.success) throw new Refusal('unreachable', '', retryAfter);
    const { code, message } = read.data.error;
    throw new Refusal(code, message, retryAfter);
  }

  return {
    token: async ({ assertion, sessionToken }) =>
      issued.parse(
        await ask(
          'token',
          { ...(assertion !== null && { assertion }), ...(sessionToken !== null && { sessionToken }) },
          null,
        ),
      ),
    refresh: async (widgetToken) => renewed.parse(await ask('refresh', {}, widgetToken)),
    revoke: async (widgetToken) => void (await ask('revoke', {}, widgetToken)),
  };
}
