import assert from 'node:assert/strict';
import type { RecordEntry } from '../../../src/sandbox/log/record-entry.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { botClient } from '../../support/bot-client.ts';
import { requestJson } from '../../support/request-json.ts';
import { grantEverything } from '../../support/sandbox/grant-everything.ts';
import { callPlatform, type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';
import { requestToken } from '../../support/sandbox/request-token.ts';

type Answer = Awaited<ReturnType<typeof callPlatform>>;

/** One of the two organisations with the token of its bot. */
export interface Side {
  readonly org: Org;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A fresh token of its bot. */
  newToken(): Promise<string>;
  /** Calls as an agent who has signed in. */
  callAs(agentId: string, method: string, path: string, body?: unknown): Promise<Answer>;
  /** Switches of the organisation. */
  set(body: unknown): Promise<void>;
}

export interface FieldGround {
  readonly platform: PlatformGround;
  readonly near: Side;
  readonly far: Side;
  control(method: string, path: string, body?: unknown): ReturnType<typeof requestJson>;
  /** Why the last refused request was refused, by the sandbox's own log. */
  lastReason(): Promise<string | undefined>;
  /** What the record says of a customer's messages. */
  seenBy(customerId: string): { event: string; text: string }[];
  /** Waits for a message with this text on the record. */
  recorded(text: string): Promise<RecordEntry & { kind: 'customer' }>;
  close(): Promise<void>;
}

/** A sandbox with both its organisations, each with a bot that may do everything. */
export async function startField(): Promise<FieldGround> {
  const platform = await startPlatform();
  const { url, world } = platform;
  const control: FieldGround['control'] = (method, path, body) =>
    requestJson(method, `${url}/sandbox/v1${path}`, body);
  const sideOf = async (org: Org): Promise<Side> => {
    await grantEverything(url, org);
    const newToken = async (): Promise<string> => (await requestToken(url, botClient(org))).body.access_token;
    const token = await newToken();
    return {
      org,
      newToken,
      call: (method, path, body) => callPlatform(url, token, method, path, body),
      async callAs(agentId, method, path, body) {
        const { accessToken } = (await control('POST', `/agents/${agentId}/sign-in`)).body;
        return callPlatform(url, accessToken, method, path, body);
      },
      async set(body) {
        const { status } = await control('POST', `/orgs/${org.id}`, body);
        assert.equal(status, 200);
      },
    };
  };
  const [first, second] = world.orgs.values();
  assert.ok(first && second);
  const customerEntries = () => world.record.flatMap((entry) => (entry.kind === 'customer' ? [entry] : []));
  return {
    platform,
    near: await sideOf(first),
    far: await sideOf(second),
    control,
    async lastReason() {
      const { entries } = (await control('GET', '/requests')).body;
      return entries.at(-1)?.reason;
    },
    seenBy: (customerId) =>
      customerEntries()
        .filter((entry) => entry.customerId === customerId)
        .map(({ event, message }) => ({ event, text: message.text })),
    recorded: (text) =>
      waitFor(() => customerEntries().find(({ message }) => message.text === text), {
        what: `“${text}” on the record`,
      }),
    close: platform.close,
  };
}
