import { ConfigError, problem } from '../../src/config/config-error.ts';
import { variables } from '../../src/config/variables.ts';
import type { AppIdentity } from './app-package.ts';

/** The app of packages nobody has registered: one for everybody, so that a second upload is an update. */
const sandboxAppId = '5eac4bac-0000-4000-8000-5a4db0c50001';

/**
 * Which app the package is for: the one of MICROSOFT_APP_ID, or without it the sandbox's, marked in its name. Throws ConfigError for
 * a malformed id.
 */
export function appIdentity(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): AppIdentity & { readonly sandbox: boolean } {
  const given = env.MICROSOFT_APP_ID;
  if (given === undefined || given === '') {
    return { appId: sandboxAppId, suffix: ' (sandbox)', version, sandbox: true };
  }
  const read = variables.MICROSOFT_APP_ID.safeParse(given);
  if (!read.success || read.data === undefined) {
    throw new ConfigError([problem('MICROSOFT_APP_ID', 'is not a GUID')]);
  }
  return { appId: read.data.toLowerCase(), suffix: '', version, sandbox: false };
}
