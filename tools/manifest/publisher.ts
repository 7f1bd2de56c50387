import { z } from 'zod';

const page = z.url({ protocol: /^https$/, error: 'is not an https address' });

/** Who publishes the app, as Teams shows it. */
export const publisherFile = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(32, 'is longer than 32 characters'),
  websiteUrl: page,
  privacyUrl: page,
  termsOfUseUrl: page,
});

export type Publisher = z.infer<typeof publisherFile>;

/** False while one of the addresses is the one that comes with Reachback. */
export function isPublisherSet({ name, ...pages }: Publisher): boolean {
  const own = Object.values(pages).every((address) => !new URL(address).hostname.endsWith('.example'));
  return own && name !== 'Publisher not set';
}
