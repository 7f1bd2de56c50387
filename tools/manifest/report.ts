import { createHash } from 'node:crypto';
import type { AppIdentity } from './app-package.ts';
import { isPublisherSet, type Publisher } from './publisher.ts';
import { schemaVersion } from './schema-problems.ts';

/** What was made, what is still missing in it, and the next step. Pure. */
export function report(made: {
  readonly path: string;
  readonly archive: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly identity: AppIdentity & { readonly sandbox: boolean };
  readonly publisher: Publisher;
}): string {
  const { path, archive, files, identity, publisher } = made;
  const { appId, suffix, version, domains, sandbox } = identity;
  const warnings = [
    ...(sandbox
      ? ['MICROSOFT_APP_ID is not set: this package is for looking at. No bot answers to its id in a tenant.']
      : []),
    ...(isPublisherSet(publisher)
      ? []
      : [
          'THE PUBLISHER IS NOT SET: Teams will show “Publisher not set” and dead links. Write yours into manifest/publisher.json.',
        ]),
  ];
  const next = sandbox
    ? 'set MICROSOFT_APP_ID (docs/install.md, step 1) and run this again.'
    : 'Teams admin center > Teams apps > Manage apps > Upload new app (docs/install.md, step 8).';
  return [
    `${path} (${archive.length} bytes, sha256 ${createHash('sha256').update(archive).digest('hex').slice(0, 16)})`,
    `  app        Reachback${suffix} ${version}, id ${appId}`,
    `  publisher  ${publisher.name}, ${publisher.websiteUrl}`,
    ...(domains.length === 0 ? [] : [`  domains    ${domains.join(', ')}`]),
    `  files      ${[...files.keys()].join(', ')}`,
    `  checked    against Teams' schema ${schemaVersion}, offline`,
    ...warnings.map((warning) => `\n! ${warning}`),
    `\nNext: ${next}`,
  ].join('\n');
}
