import type { ExchangeFault, FaultOn } from './fault.ts';
import { fits } from './fitting-texts.ts';

/** A request as faults see it. */
export interface FaultyRequest {
  readonly method: string;
  /** Without its query, as it came (ids percent-encoded). */
  readonly path: string;
  /** The organisation of its bearer token. */
  readonly orgId: () => string | undefined;
}

const conversation = '/v3/conversations/[^/]+';

/** Method and path (after `/teams`) of the connector's calls. */
const calls: Readonly<Record<FaultOn<'teams'>['call'], readonly [method: RegExp, path: RegExp]>> = {
  any: [/./, /./],
  send: [/^POST$/, new RegExp(`^${conversation}/activities(/[^/]+)?$`)],
  create: [/^POST$/, /^\/v3\/conversations$/],
  update: [/^PUT$/, new RegExp(`^${conversation}/activities/[^/]+$`)],
  delete: [/^DELETE$/, new RegExp(`^${conversation}/activities/[^/]+$`)],
  member: [/^GET$/, new RegExp(`^${conversation}/members/[^/]+$`)],
  members: [/^GET$/, new RegExp(`^${conversation}/(paged)?members$`)],
  team: [/^GET$/, /^\/v3\/teams\//],
};

/** Whether a fault of one exchange is meant for this request. Pure but for `orgId`. */
export function fitsRequest(fault: ExchangeFault, { method, path, orgId }: FaultyRequest): boolean {
  if (fault.on === 'endpoint') {
    return (
      (fault.method === undefined || fault.method.toUpperCase() === method) &&
      (fault.orgId === undefined || fault.orgId === orgId()) &&
      fits(fault.path, path)
    );
  }
  if (!path.startsWith('/teams/')) return false;
  const asked = path.slice('/teams'.length);
  const [wantedMethod, wantedPath] = calls[fault.call];
  if (!wantedMethod.test(method) || !wantedPath.test(asked)) return false;
  return fault.conversationId === undefined || conversationOf(asked) === fault.conversationId;
}

function conversationOf(path: string): string | undefined {
  const id = /^\/v3\/conversations\/([^/]+)/.exec(path)?.[1];
  try {
    return id === undefined ? undefined : decodeURIComponent(id).split(';')[0];
  } catch {
    return undefined;
  }
}
