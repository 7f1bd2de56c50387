import { isGranted } from './is-granted.ts';
import type { NeededPermission, PermissionNeed } from './needed-permissions.ts';

export interface MissingPermission {
  /** What to add to the role, as words: one permission, or several of which any one will do, joined by "or". */
  readonly permission: string;
  /** Everything that does not work without it. */
  readonly needs: readonly NeededPermission[];
}

/**
 * What is needed and not granted, each permission once with everything that needs it. Nothing is missing when `granted` is
 * null: not known. Pure.
 */
export function missingPermissions(
  needed: readonly NeededPermission[],
  granted: readonly string[] | null,
): MissingPermission[] {
  if (granted === null) return [];
  const missing = new Map<string, NeededPermission[]>();
  const note = (permission: string, need: NeededPermission): void => {
    missing.set(permission, [...(missing.get(permission) ?? []), need]);
  };
  const unmet = needed.filter(({ permissions }) => !isMet(permissions, granted));
  for (const need of unmet) {
    if (!('all' in need.permissions)) continue;
    for (const permission of need.permissions.all)
      if (!isGranted(permission, granted)) note(permission, need);
  }
  for (const need of unmet) {
    if (!('any' in need.permissions)) continue;
    // One that is to be added anyway settles this as well.
    const { any } = need.permissions;
    note(any.find((permission) => missing.has(permission)) ?? any.join(' or '), need);
  }
  return [...missing].map(([permission, needs]) => ({ permission, needs }));
}

/** Whether a need is met by what is granted. Pure. */
export function isMet(need: PermissionNeed, granted: readonly string[]): boolean {
  return 'all' in need
    ? need.all.every((permission) => isGranted(permission, granted))
    : need.any.some((permission) => isGranted(permission, granted));
}
