import type { Logger } from 'pino';
import { ReachbackError } from '../errors/reachback-error.ts';
import { offersExternalMessages } from '../genesys/endpoints/offers-external-messages.ts';
import type { PlatformCall } from '../genesys/platform-call.ts';
import type { SettingTable } from '../store/store.ts';

const setting = 'offers:external-messages';

/**
 * Whether the organisation offers the field endpoint: asked at start and remembered. Without an answer the last one
 * counts; an organisation that never gave one is taken not to offer it, until the next start.
 */
export async function discoverOffers(parts: {
  call: PlatformCall;
  settings: SettingTable;
  log: Logger;
}): Promise<boolean> {
  const { call, settings, log } = parts;
  try {
    const offered = await offersExternalMessages(call);
    await settings.put(setting, String(offered));
    return offered;
  } catch (cause) {
    if (!(cause instanceof ReachbackError)) throw cause;
    const remembered = (await settings.get(setting)) === 'true';
    log.warn(
      { code: cause.code, facts: cause.facts, remembered },
      'could not ask what the organisation offers',
    );
    return remembered;
  }
}
