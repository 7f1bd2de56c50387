import type { Logger } from 'pino';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { offersCobrowseSessions } from '../../genesys/endpoints/offers-cobrowse-sessions.ts';
import { offersExternalMessages } from '../../genesys/endpoints/offers-external-messages.ts';
import { offersWebchatMessages } from '../../genesys/endpoints/offers-webchat-messages.ts';
import { threadingTimeline } from '../../genesys/endpoints/threading-timeline.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { Offers } from '../../policy/route-table.ts';
import type { SettingTable } from '../../store/shapes/setting-table.ts';

/** What is asked of an organisation at the start. */
export interface DiscoveredOffers extends Offers {
  /** `POST /cobrowse/sessions`. */
  readonly cobrowseSessions: boolean;
}

/** The platform's own default of the threading window. */
const defaultThreadingMs = 72 * 60 * 60_000;

/**
 * What the organisation offers beside the platform's own contract: asked at start and remembered. Without an answer the last
 * one counts; what never had one is taken for not offered, until the next start. `anyConversation`: the id of one that
 * exists, for an endpoint that can only be asked about one; null when there is none yet.
 */
export async function discoverOffers(parts: {
  call: PlatformCall;
  settings: SettingTable;
  anyConversation: string | null;
  log: Logger;
}): Promise<DiscoveredOffers> {
  const { call, settings, anyConversation, log } = parts;

  async function remembered(what: string, ask: (() => Promise<string>) | null): Promise<string | null> {
    const key = `offers:${what}`;
    try {
      if (ask === null) return await settings.get(key);
      const told = await ask();
      await settings.put(key, told);
      return told;
    } catch (cause) {
      if (!(cause instanceof ReachbackError)) throw cause;
      const before = await settings.get(key);
      log.warn(
        { code: cause.code, facts: cause.facts, what, remembered: before },
        'could not ask what the organisation offers',
      );
      return before;
    }
  }

  const [external, webchat, cobrowse, threading] = await Promise.all([
    remembered('external-messages', async () => String(await offersExternalMessages(call))),
    remembered(
      'webchat',
      anyConversation === null
        ? null
        : async () => String(await offersWebchatMessages(call, anyConversation)),
    ),
    remembered('cobrowse-sessions', async () => String(await offersCobrowseSessions(call))),
    remembered('threading', async () => String((await threadingTimeline(call)) ?? defaultThreadingMs)),
  ]);
  const threadingMs = Number(threading ?? '');
  return {
    externalMessages: external === 'true',
    webchat: webchat === 'true',
    cobrowseSessions: cobrowse === 'true',
    threadingMs: threading !== null && Number.isFinite(threadingMs) ? threadingMs : defaultThreadingMs,
  };
}
