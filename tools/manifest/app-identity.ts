import { ConfigError, type ConfigProblem, problem } from '../../src/config/config-error.ts';
import { isLoopback } from '../../src/config/is-loopback.ts';
import { variables } from '../../src/config/variables.ts';
import type { AppIdentity } from './app-package.ts';

/** The app of packages nobody has registered: one for everybody, so that a second upload is an update. */
const sandboxAppId = '5eac4bac-0000-4000-8000-5a4db0c50001';

/**
 * Which app the package is for: the one of MICROSOFT_APP_ID with the host of PUBLIC_URL, or without an id the sandbox's, marked in its name.
 * Throws ConfigError for what is malformed.
 */
export function appIdentity(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): AppIdentity & { readonly sandbox: boolean } {
  const problems: ConfigProblem[] = [];
  const read = (name: 'MICROSOFT_APP_ID' | 'PUBLIC_URL'): string | undefined => {
    const given = variables[name].safeParse(env[name] === '' ? undefined : env[name]);
    if (!given.success) problems.push(problem(name, given.error.issues[0]?.message ?? 'is malformed'));
    return given.data;
  };
  const appId = read('MICROSOFT_APP_ID')?.toLowerCase();
  const publicUrl = read('PUBLIC_URL');
  if (problems.length > 0) throw new ConfigError(problems);
  const sandbox = appId === undefined;
  return {
    appId: appId ?? sandboxAppId,
    suffix: sandbox ? ' (sandbox)' : '',
    version,
    domains: publicUrl === undefined ? [] : hostsOf(publicUrl),
    sandbox,
  };
}

/** None for this machine: Teams opens no pages from there. */
function hostsOf(publicUrl: string): string[] {
  const { hostname } = new URL(publicUrl);
  return isLoopback(hostname) ? [] : [hostname];
}
