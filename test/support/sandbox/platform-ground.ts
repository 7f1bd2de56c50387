import assert from 'node:assert/strict';
import { customerLeg } from '../../../src/sandbox/acts/conversation/customer-leg.ts';
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Agent } from '../../../src/sandbox/world/agent.ts';
import type { Conversation } from '../../../src/sandbox/world/conversation.ts';
import type { Customer } from '../../../src/sandbox/world/customer.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import type { World } from '../../../src/sandbox/world/world.ts';
import { noBot } from '../../../tools/program/no-bot.ts';
import { botClient } from '../bot-client.ts';
import { grantEverything } from './grant-everything.ts';
import { type OpenSocket, openSocket } from './open-socket.ts';
import { requestToken } from './request-token.ts';

/** A running sandbox with a token of its organisation, and calls to it. */
export interface PlatformGround {
  readonly url: string;
  readonly world: World;
  readonly org: Org;
  readonly token: string;
  /** JSON in, parsed JSON out, with the token. */
  call(method: string, path: string, body?: unknown): ReturnType<typeof callPlatform>;
  /** A socket on a channel of its own, subscribed to these topics. */
  listen(...topics: string[]): Promise<OpenSocket>;
  /** Moves the sandbox's clock ahead. */
  advance(ms: number): void;
  close(): Promise<void>;
}

/** A sandbox whose bot may do everything, or with `strict` just what the seeded role grants. */
export async function startPlatform({
  strict = false,
  ...options
}: Partial<SandboxOptions> & { readonly strict?: boolean } = {}): Promise<PlatformGround> {
  const sandbox = await startSandbox({ port: 0, botEndpoint: noBot, ...options });
  const [org] = sandbox.world.orgs.values();
  assert.ok(org);
  if (!strict) await grantEverything(sandbox.baseUrl, org);
  const { body } = await requestToken(sandbox.baseUrl, botClient(org));
  const token: string = body.access_token;
  const call: PlatformGround['call'] = (method, path, body) =>
    callPlatform(sandbox.baseUrl, token, method, path, body);
  return {
    url: sandbox.baseUrl,
    world: sandbox.world,
    org,
    token,
    call,
    async listen(...topics) {
      const { body: channel } = await call('POST', '/api/v2/notifications/channels');
      const { status } = await call(
        'PUT',
        `/api/v2/notifications/channels/${channel.id}/subscriptions`,
        topics.map((id) => ({ id })),
      );
      assert.equal(status, 200);
      return openSocket(channel.connectUri);
    },
    advance: sandbox.advance,
    close: sandbox.close,
  };
}

export async function callPlatform(url: string, token: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export type Guest = { readonly customer: Customer; readonly conversation: Conversation };

/** The seeded customers with their conversation that fit. */
export function guestsWhere(org: Org, fits: (guest: Guest) => boolean): Guest[] {
  return [...org.conversations.values()].flatMap((conversation) => {
    const customer = org.customers.get(conversation.customerId);
    const guest = customer && { customer, conversation };
    return guest !== undefined && fits(guest) ? guest : [];
  });
}

const expired = ({ customer }: Guest): boolean => customer.sessionExpiresAt <= Date.now();
const state = ({ conversation }: Guest): string | undefined => customerLeg(conversation)?.state;

/** A known customer whose conversation is over and whose session holds. */
export function endedGuest(org: Org, browserOpen: boolean): Guest {
  return first(
    guestsWhere(
      org,
      (guest) =>
        state(guest) === 'disconnected' &&
        !expired(guest) &&
        guest.customer.externalContactId !== null &&
        guest.customer.browserOpen === browserOpen &&
        Date.now() - (guest.conversation.endedAt ?? 0) < 20 * 3_600_000,
    ),
  );
}

/** A known customer in the middle of a conversation. */
export function connectedGuest(org: Org): Guest {
  return first(
    guestsWhere(org, (guest) => state(guest) === 'connected' && guest.customer.externalContactId !== null),
  );
}

/** A customer whose guest session has run out. */
export function expiredGuest(org: Org): Guest {
  return first(guestsWhere(org, (guest) => expired(guest) && guest.customer.externalContactId !== null));
}

/** Somebody who may write on this deployment, or somebody who may not. */
export function agentOn(org: Org, deploymentId: string, may: boolean): Agent {
  const routed = org.deployments.get(deploymentId)?.queueIds ?? [];
  return first(
    [...org.agents.values()].filter(
      ({ id }) => routed.some((queueId) => org.queues.get(queueId)?.memberIds.includes(id)) === may,
    ),
  );
}

export function agentNamed(org: Org, name: string): Agent {
  return first([...org.agents.values()].filter((agent) => agent.name === name));
}

export function first<T>(list: readonly T[]): T {
  const [found] = list;
  assert.ok(found !== undefined, 'the seed has none of these');
  return found;
}
