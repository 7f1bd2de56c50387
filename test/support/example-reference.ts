import type { ConversationReference } from '../../src/store/shapes/reference-table.ts';

/** A channel with the app installed; name what matters to the test. */
export function exampleReference(part: Partial<ConversationReference> = {}): ConversationReference {
  return {
    conversationId: '19:outreach@thread.tacv2',
    kind: 'channel',
    serviceUrl: 'http://127.0.0.1:9/teams/',
    tenantId: 'tenant-1',
    botId: '28:bot',
    userId: null,
    aadObjectId: null,
    userName: null,
    userEmail: null,
    locale: null,
    installed: true,
    toldAt: 0,
    refusedWith: null,
    updatedAt: 0,
    ...part,
  };
}

/** The personal chat of somebody with this e-mail. */
export function examplePersonalReference(
  email: string | null,
  part: Partial<ConversationReference> = {},
): ConversationReference {
  const name = email?.split('@')[0] ?? 'somebody';
  return exampleReference({
    conversationId: `a:${name}`,
    kind: 'personal',
    userId: `29:${name}`,
    aadObjectId: `aad-${name}`,
    userName: name,
    userEmail: email,
    ...part,
  });
}
