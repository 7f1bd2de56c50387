import assert from 'node:assert/strict';
import type { GuestEntry } from '../../../src/sandbox/log/record-entry.ts';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import type { Customer } from '../../../src/sandbox/world/customer.ts';
import type { Deployment } from '../../../src/sandbox/world/deployment.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../../support/request-json.ts';
import { type OpenSocket, openSocket } from '../../support/sandbox/open-socket.ts';
import {
  callPlatform,
  first,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

/** A sandbox with messengers on it, as the guest protocol and nothing else reaches it. */
export interface GuestGround extends PlatformGround {
  /** One of its deployments, for messengers nobody has opened yet. */
  readonly deployment: Deployment;
  connect(deploymentId?: string, origin?: string): Promise<OpenSocket>;
  /** Sends a request and gives the first frame that answers it. */
  ask(socket: OpenSocket, request: Readonly<Record<string, unknown>>): Promise<OpenSocket['frames'][number]>;
  /** A socket on which a token's session is configured. */
  join(token: string, deploymentId?: string): Promise<OpenSocket>;
  /** What the messenger of that token reads of its history, newest first. */
  historyOf(socket: OpenSocket, token: string): Promise<ReturnType<typeof JSON.parse>[]>;
  /** The messenger's settings, by the control route. */
  set(settings: Readonly<Record<string, unknown>>): Promise<void>;
  control(method: string, path: string, body?: unknown): Promise<ReturnType<typeof JSON.parse>>;
  customerOf(token: string): Customer;
  /** Settles once the platform has seen the last window close. */
  isOffline(token: string): Promise<void>;
  /** What the record says the guest's messenger showed beside messages, as `event what`. */
  seen(token: string): string[];
  guestEntries(token: string): GuestEntry[];
}

export async function startGuests(options: Partial<SandboxOptions> = {}): Promise<GuestGround> {
  const ground = await startPlatform(options);
  const deployment = first([...ground.org.deployments.values()]);
  const open: OpenSocket[] = [];
  let traces = 0;

  const connect: GuestGround['connect'] = async (deploymentId = deployment.id, origin) => {
    const url = `${ground.url.replace('http', 'ws')}/v1?deploymentId=${deploymentId}&application=test`;
    const socket = await openSocket(url, origin);
    open.push(socket);
    return socket;
  };
  const ask: GuestGround['ask'] = (socket, request) => {
    traces += 1;
    const tracingId = `trace-${traces}`;
    socket.send({ ...request, tracingId });
    return waitFor(() => socket.frames.find((frame) => frame.tracingId === tracingId), {
      what: `an answer to ${request.action}`,
    });
  };
  const control: GuestGround['control'] = async (method, path, body) => {
    const { status, body: answer } = await requestJson(method, `${ground.url}/sandbox/v1${path}`, body);
    assert.equal(status, 200, `${method} ${path}`);
    return answer;
  };
  const customerOf = (token: string): Customer => {
    const found = [...ground.org.customers.values()].find(
      (each) => each.token === token || each.otherTokens?.includes(token),
    );
    assert.ok(found, `nobody has the token ${token}`);
    return found;
  };
  const guestEntries = (token: string): GuestEntry[] => {
    const { id } = customerOf(token);
    return ground.world.record.flatMap((entry) =>
      entry.kind === 'guest' && entry.customerId === id ? [entry] : [],
    );
  };
  return {
    ...ground,
    deployment,
    connect,
    ask,
    control,
    customerOf,
    guestEntries,
    seen: (token) => guestEntries(token).map(({ event, what }) => `${event} ${what}`),
    async isOffline(token) {
      const { id } = customerOf(token);
      const isOnline = async (): Promise<boolean> => {
        const { orgs } = await control('GET', '/state');
        return orgs[0].customers.find((each: { id: string }) => each.id === id).online;
      };
      await waitFor(async () => (await isOnline()) === false || undefined, { what: 'the guest to be gone' });
    },
    async join(token, deploymentId = deployment.id) {
      const socket = await connect(deploymentId);
      const session = await ask(socket, { action: 'configureSession', token, deploymentId });
      assert.equal(session.class, 'SessionResponse');
      return socket;
    },
    async historyOf(socket, token) {
      const jwt = await ask(socket, { action: 'getJwt', token });
      const { status, body } = await callPlatform(
        ground.url,
        jwt.body.jwt,
        'GET',
        '/api/v2/webmessaging/messages',
      );
      assert.equal(status, 200);
      return body.entities;
    },
    async set(settings) {
      await control('POST', `/deployments/${deployment.id}/messenger`, settings);
    },
    async close() {
      for (const socket of open.splice(0)) await socket.close();
      await ground.close();
    },
  };
}

/** A Text message of a guest. */
export const text = (words: string) => ({ type: 'Text', text: words });

/** An Event message with one presence event. */
export const presence = (type: string) => ({
  type: 'Event',
  events: [{ eventType: 'Presence', presence: { type } }],
});

/** The frames of a class, in the order they came. */
export function ofClass(socket: OpenSocket, name: string): OpenSocket['frames'] {
  return socket.frames.filter((frame) => frame.class === name);
}

/** Waits for the nth frame of a class and gives it. */
export function frameOf(socket: OpenSocket, name: string, nth = 1): Promise<OpenSocket['frames'][number]> {
  return waitFor(() => ofClass(socket, name)[nth - 1], { what: `${name} number ${nth}` });
}

/** A frame without what differs from run to run. */
export function shapeOf(frame: OpenSocket['frames'][number]): unknown {
  return JSON.parse(
    JSON.stringify(frame, (key, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (key === 'tracingId') return '<trace>';
      if (/^[0-9a-f]{32}$/.test(value)) return '<id>';
      if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return '<uuid>';
      if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return '<time>';
      return value;
    }),
  );
}
