import type { Logger } from 'pino';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { presenceDefinitions } from '../../genesys/endpoints/presence-definitions.ts';
import { routingStatusOf } from '../../genesys/endpoints/routing-status-of.ts';
import { setUserPresence } from '../../genesys/endpoints/set-user-presence.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { SystemPresence } from '../../presence/agent-presence.ts';
import { normalisePresence, normaliseRoutingStatus } from '../../presence/normalise-presence.ts';
import { timeOf } from '../../sessions/times.ts';
import type { OwnPresence, SettablePresence } from '../journeys.ts';

const keepMs = 60 * 60_000;

/** Lets an agent set their own Genesys presence; the organisation's definitions are read once an hour. */
export function createOwnPresence(parts: {
  call: PlatformCall;
  /** Whether the client has the right; null: not known. */
  permitted: () => boolean | null;
  now: () => number;
  log: Logger;
}): OwnPresence {
  const { call, permitted, now, log } = parts;
  let known: { ids: ReadonlyMap<SystemPresence, string>; until: number } | null = null;

  async function definitionOf(presence: SettablePresence): Promise<string> {
    if (known === null || known.until <= now()) known = { ids: await readIds(call), until: now() + keepMs };
    const id = known.ids.get(presence);
    if (id !== undefined) return id;
    known = null;
    throw new ReachbackError('genesys.presence-undefined', { facts: { presence } });
  }

  return {
    async set(agentId, presence) {
      if (permitted() === false) {
        const facts = { permission: 'presence:userPresence:edit' };
        throw new ReachbackError('genesys.permission-missing', { facts });
      }
      const answered = await setUserPresence(call, agentId, await definitionOf(presence));
      const said = answered.presenceDefinition.systemPresence;
      log.info({ agentId, asked: presence, presence: said }, 'an agent set their presence');
      return {
        presence: normalisePresence(said),
        since: timeOf(answered.modifiedDate),
        routingStatus: await routingStatus(agentId),
      };
    },
  };

  /** The presence is set by now: what cannot be read beside it must not look like a failure. */
  async function routingStatus(agentId: string) {
    try {
      return normaliseRoutingStatus((await routingStatusOf(call, agentId)).status);
    } catch (cause) {
      log.warn({ err: cause, agentId }, 'the routing status after a change of presence was not read');
      return null;
    }
  }
}

/** The system's own definition before one of the organisation's of the same kind. */
async function readIds(call: PlatformCall): Promise<Map<SystemPresence, string>> {
  const ids = new Map<SystemPresence, string>();
  const active = (await presenceDefinitions(call)).filter(({ deactivated }) => deactivated !== true);
  for (const { id, systemPresence, primary } of active) {
    const presence = normalisePresence(systemPresence);
    if (presence !== null && (primary === true || !ids.has(presence))) ids.set(presence, id);
  }
  return ids;
}
