import { equal } from 'node:assert/strict';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';
import { requestJson } from '../request-json.ts';
import { type OpenSocket, openSocket } from './open-socket.ts';
import { type PlatformGround, startPlatform } from './platform-ground.ts';

/** A sandbox to be made to misbehave, with sockets that are closed with it. */
export interface FaultGround extends PlatformGround {
  /** Arms a fault; gives its id and what is left of it. */
  arm(fault: unknown): Promise<{ id: string; left: number | null; played: number }>;
  control(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>;
  /** A request with nothing read of its answer yet. */
  raw(method: string, path: string, body?: unknown): Promise<Response>;
  /** A channel with these topics, connected. */
  channel(topics: readonly string[]): Promise<{ id: string; uri: string; socket: OpenSocket }>;
  open(uri: string): Promise<OpenSocket>;
  setPresence(agentId: string, presence: string): Promise<void>;
}

export async function startFaultGround(options: Partial<SandboxOptions> = {}): Promise<FaultGround> {
  const ground = await startPlatform(options);
  const sockets: OpenSocket[] = [];
  const control: FaultGround['control'] = (method, path, body) =>
    requestJson(method, `${ground.url}/sandbox/v1${path}`, body);
  const open = async (uri: string): Promise<OpenSocket> => {
    const socket = await openSocket(uri);
    sockets.push(socket);
    return socket;
  };
  return {
    ...ground,
    control,
    open,
    async arm(fault) {
      const { status, body } = await control('POST', '/faults', fault);
      equal(status, 200, JSON.stringify(body));
      return body;
    },
    raw: (method, path, body) =>
      fetch(`${ground.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${ground.token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async channel(topics) {
      const { body } = await ground.call('POST', '/api/v2/notifications/channels');
      const path = `/api/v2/notifications/channels/${body.id}/subscriptions`;
      equal(
        (
          await ground.call(
            'PUT',
            path,
            topics.map((id) => ({ id })),
          )
        ).status,
        200,
      );
      return { id: body.id, uri: body.connectUri, socket: await open(body.connectUri) };
    },
    async setPresence(agentId, presence) {
      equal((await control('POST', `/agents/${agentId}/presence`, { presence })).status, 200);
    },
    async close() {
      // First the server: a socket it keeps silent on would answer no closing frame.
      await ground.close();
      await Promise.all(sockets.map(({ closed }) => closed));
    },
  };
}

/** Events of a socket, in the order they came, as `topic's last part: value`. */
export function presencesOn({ frames }: OpenSocket): string[] {
  return frames.flatMap(({ topicName, eventBody }) =>
    String(topicName).endsWith('.presence') ? eventBody.presenceDefinition.systemPresence : [],
  );
}

/** Waits until the socket answers a ping: whatever was sent before has come. */
export async function settled(socket: OpenSocket): Promise<void> {
  const pongs = (): number => socket.frames.filter(({ eventBody }) => eventBody?.message === 'pong').length;
  const before = pongs();
  socket.send({ message: 'ping' });
  await waitFor(() => pongs() > before, { what: 'a pong' });
}
