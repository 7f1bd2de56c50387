/**
 * Whether grants cover a permission `domain:entity:action`. A grant may say `*` for any part, or end early
 * (`*`, `conversation:*`): what it leaves out, it leaves open. Upper and lower case are the same. Pure.
 */
export function isGranted(permission: string, grants: readonly string[]): boolean {
  const asked = permission.toLowerCase().split(':');
  return grants.some((grant) => {
    const parts = grant.toLowerCase().split(':');
    const open = parts.at(-1) === '*';
    return asked.every((part, at) => parts[at] === '*' || parts[at] === part || (open && at >= parts.length));
  });
}
