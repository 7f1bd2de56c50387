import { journeyRefusals } from './journey-refusals.ts';
import type { KnownRefusal } from './known-refusal.ts';
import { microsoftRefusals } from './microsoft-refusals.ts';
import { platformRefusals } from './platform-refusals.ts';
import { sendRefusals } from './send-refusals.ts';
import { storeRefusals } from './store-refusals.ts';
import { teamsRefusals } from './teams-refusals.ts';
import { thingRefusals } from './thing-refusals.ts';
import { transportRefusals } from './transport-refusals.ts';

/** Every refusal the platforms, the network and the store are known for: how it is recognised, which code it is, where the fact is from. */
export const knownRefusals: readonly KnownRefusal[] = [
  ...platformRefusals,
  ...thingRefusals,
  ...sendRefusals,
  ...journeyRefusals,
  ...transportRefusals,
  ...teamsRefusals,
  ...microsoftRefusals,
  ...storeRefusals,
];
