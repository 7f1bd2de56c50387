import type { Group } from './group.ts';
import { platformGroups } from './groups/platform-groups.ts';
import { productGroups } from './groups/product-groups.ts';
import { sendingGroups } from './groups/sending-groups.ts';
import { teamsGroups } from './groups/teams-groups.ts';

/**
 * The groups of the operations page in order: title, the beginnings of its codes (the first group that fits takes a code), who tries
 * again, and what is done after each of its codes: `does` by class, `but` for single ones. What has neither is done as after any
 * request to Genesys Cloud.
 */
export const groups: readonly Group[] = [
  ...sendingGroups,
  ...platformGroups,
  ...teamsGroups,
  ...productGroups,
];
