import { partnerVariable } from './partner-variable.ts';

/** What a partner registered in Teams may name: variables that begin with PARTNER_, and no others. Pure. */
export function partnerSecrets(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => partnerVariable.test(name)));
}
