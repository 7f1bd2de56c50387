import assert from 'node:assert/strict';
import type { Org } from '../../src/sandbox/world/org.ts';

/** What the bot of a sandbox organisation signs in with. */
export function botClient({ clientId, clients }: Org): {
  readonly clientId: string;
  readonly clientSecret: string;
} {
  const client = clients.get(clientId);
  assert.ok(client, 'the organisation has no client');
  return { clientId, clientSecret: client.secret };
}
