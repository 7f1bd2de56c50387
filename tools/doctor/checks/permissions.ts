import { missingPermissions } from '../../../src/genesys/missing-permissions.ts';
import { neededPermissions } from '../../../src/genesys/needed-permissions.ts';
import { coded, type Finding, good, warning } from '../finding.ts';

/**
 * One finding a permission that is missing, with what does not work for it. `granted` null: not known. `parts`: which
 * of those that not everybody has are set up. Pure.
 */
export function permissions(
  granted: readonly string[] | null,
  parts: Readonly<Record<'widget' | 'hand-off', boolean>>,
): Finding[] {
  const needed = neededPermissions.filter(
    ({ use }) => (use !== 'widget' && use !== 'hand-off') || parts[use],
  );
  if (granted === null) {
    return [
      warning(
        'permissions',
        'The platform does not say what the OAuth client may do; what is refused shows in the other checks.',
        'Genesys Admin > Integrations > OAuth > the client > Roles: compare with the permissions in docs/doctor.md.',
      ),
    ];
  }
  const missing = missingPermissions(needed, granted).map(({ permission, needs }) =>
    coded(
      'permissions',
      needs.some(({ use }) => use === 'always') ? 'problem' : 'warning',
      'genesys.permission-missing',
      { permission },
      needs.map(({ without }) => without).join(' '),
    ),
  );
  const met = needed.length - missing.length;
  return [
    ...missing,
    ...(missing.length === 0
      ? [good('permissions', `All ${met} permissions needed are granted (divisions were not looked at).`)]
      : []),
  ];
}
