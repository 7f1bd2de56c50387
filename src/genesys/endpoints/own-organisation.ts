import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';

const answer = z.object({ id: z.string().min(1), name: z.string().nullish() });

/**
 * The organisation a client belongs to. `GET /organizations/me` (SDK 262 OrganizationApi; it names no permission there, and integrators ask it
 * with client credentials).
 */
export async function ownOrganisation(call: PlatformCall): Promise<{ id: string; name: string | null }> {
  const { body } = await call({
    method: 'GET',
    path: '/api/v2/organizations/me',
    answer,
    priority: 'ask',
    idempotent: true,
    timeoutMs: 8_000,
  });
  return { id: body.id.toLowerCase(), name: body.name ?? null };
}
