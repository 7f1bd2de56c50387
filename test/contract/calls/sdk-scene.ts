import assert from 'node:assert/strict';
import sdk from 'purecloud-platform-client-v2';
import type { Conversation } from '../../../src/sandbox/world/conversation.ts';
import type { Customer } from '../../../src/sandbox/world/customer.ts';
import { liveLeg } from '../../../src/sandbox/world/leg.ts';
import type { Org } from '../../../src/sandbox/world/org.ts';
import { botClient } from '../../support/bot-client.ts';
import {
  callPlatform,
  first,
  guestsWhere,
  type PlatformGround,
  startPlatform,
} from '../../support/sandbox/platform-ground.ts';

/** A talk of a customer with an agent, both connected. */
export interface Talk {
  readonly conversation: Conversation;
  readonly customer: Customer;
  readonly agentId: string;
  readonly participantId: string;
  readonly communicationId: string;
}

/** A fresh sandbox, and the official SDK signed in at it as a bot with every permission. */
export interface SdkScene {
  readonly ground: PlatformGround;
  readonly org: Org;
  /** The SDK calls as this agent from now on. */
  asAgent(agentId: string): Promise<void>;
  /** The SDK calls with this bearer from now on. */
  asBearer(token: string): void;
  /** A talk that goes on. */
  talk(): Talk;
  /** The same with curl's means, for what is in no SDK; the parsed answer, which must be a 2xx. */
  byHand(method: string, path: string, body?: unknown): Promise<unknown>;
  /** What is asked of the sandbox itself. */
  control(method: string, path: string, body?: unknown): Promise<Awaited<ReturnType<typeof callPlatform>>>;
  close(): Promise<void>;
}

/** The SDK keeps one client for the whole process: it is pointed at this sandbox, and forgets it at the end. */
export async function startSdkScene(options: Parameters<typeof startPlatform>[0] = {}): Promise<SdkScene> {
  const ground = await startPlatform(options);
  const client = sdk.ApiClient.instance;
  const { hostname, port } = new URL(ground.url);
  client.config.setGateway({ host: hostname, protocol: 'http', port: Number(port) });
  const { clientId, clientSecret } = botClient(ground.org);
  await client.loginClientCredentialsGrant(clientId, clientSecret);
  const control: SdkScene['control'] = (method, path, body) =>
    callPlatform(ground.url, '', method, `/sandbox/v1${path}`, body);
  return {
    ground,
    org: ground.org,
    control,
    asBearer: (token) => client.setAccessToken(token),
    async asAgent(agentId) {
      const { body } = await control('POST', `/agents/${agentId}/sign-in`);
      client.setAccessToken(body.accessToken);
    },
    talk() {
      const talks = guestsWhere(ground.org, () => true).flatMap(({ customer, conversation }) =>
        conversation.participants.flatMap((participant): Talk[] => {
          const { id, purpose, userId } = participant;
          const leg = liveLeg(participant);
          if (purpose !== 'agent' || userId === undefined || leg.state !== 'connected') return [];
          const { communicationId } = leg;
          return [{ conversation, customer, agentId: userId, participantId: id, communicationId }];
        }),
      );
      return first(talks);
    },
    async byHand(method, path, body) {
      const answer = await ground.call(method, path, body);
      assert.ok(answer.status < 300, `${method} ${path} answered ${answer.status}`);
      return answer.body;
    },
    async close() {
      client.setAccessToken('');
      await ground.close();
    },
  };
}
