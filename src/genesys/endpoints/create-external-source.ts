import { z } from 'zod';
import type { PlatformCall } from '../platform-call.ts';
import { newExternalSource } from '../wire/contact-requests.ts';

const made = z.object({ id: z.string().min(1) });

/**
 * Makes an external source and gives its id. `POST /externalcontacts/externalsources`, permission `externalContacts:externalSource:add`
 * (SDK 262). Throws `genesys.contacts.conflict` when the name is taken (*unverified*): names are unique, so it may be repeated.
 */
export async function createExternalSource(call: PlatformCall, name: string): Promise<string> {
  const { body } = await call({
    method: 'POST',
    path: '/api/v2/externalcontacts/externalsources',
    body: newExternalSource(name),
    answer: made,
    priority: 'ask',
    idempotent: true,
  });
  return body.id;
}
