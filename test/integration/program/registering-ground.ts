import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { botPermissions } from '../../../src/sandbox/seed/permissions.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { sandboxEnv } from '../../../tools/program/sandbox-env.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { handOffGround } from './hand-off-ground.ts';

const told = z.object({ value: z.unknown() });
const token = z.object({ access_token: z.string() });
const integration = z.object({ id: z.string() });

type Data = Readonly<Record<string, string | number>>;

const webhookToken = 'a-token-for-what-southridge-sends';

/**
 * The real program on a sandbox of its own, with no partner and the secrets of one in its environment; more of it as told, and a permission
 * its OAuth client `lacks`.
 */
export async function registeringGround(
  more: { readonly env?: Readonly<Record<string, string>>; readonly lacks?: string } = {},
) {
  const port = await freePort();
  const directory = await temporaryDirectory();
  const sandbox: RunningSandbox = await startSandbox({
    port: 0,
    botEndpoint: `http://127.0.0.1:${port}/api/messages`,
  });
  const [own, south] = [...sandbox.world.orgs.values()];
  assert.ok(own && south);
  const client = own.clients.get(own.clientId);
  assert.ok(client);
  client.permissions = botPermissions.filter((each) => each !== more.lacks);
  const dataDir = join(directory.path, 'data');
  const env = {
    ...(await sandboxEnv(sandbox.baseUrl)),
    SUPERVISORS: 'sam.porter@northwind.example',
    DATA_DIR: dataDir,
    PARTNER_SOUTH_SECRET: south.clients.get(south.clientId)?.secret ?? '',
    PARTNER_SOUTH_WEBHOOK: webhookToken,
    OTHER_SECRET: 'of-something-else',
    ...more.env,
  };
  const place = { port, sandboxPort: Number(new URL(sandbox.baseUrl).port) };
  const ground = await handOffGround(env, place);
  const { supervisor } = ground.scene;

  /** An Open Messaging integration of the partner whose messages come to us. */
  async function integrationOf(id: string): Promise<string> {
    assert.ok(south);
    const signedIn = await fetch(`${sandbox.baseUrl}/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${south.clientId}:${env.PARTNER_SOUTH_SECRET}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token } = token.parse(await signedIn.json());
    const made = await fetch(`${sandbox.baseUrl}/api/v2/conversations/messaging/integrations/open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Reachback',
        outboundNotificationWebhookUrl: `http://127.0.0.1:${port}/hooks/open-messaging/${id}`,
        outboundNotificationWebhookSignatureSecretToken: webhookToken,
      }),
    });
    return integration.parse(await made.json()).id;
  }

  /** Presses a button of a card of partners; gives what Teams shows. */
  async function presses(verb: string, data: Data = {}, email = supervisor.email): Promise<string> {
    const { conversationId, userId } = ground.scene.chatOf(email);
    const { activityId } = await ground.says(email, 'partners');
    const { body } = await ground.sandbox.press(conversationId, { userId, activityId, verb, data });
    const { value } = told.parse(body);
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  return {
    ...ground,
    /** On the cards of a hand-off, not of partners. */
    pressesHandOff: ground.presses,
    handOffForm: ground.form,
    url: `http://127.0.0.1:${port}`,
    south,
    env,
    presses,
    /** What the form sends for the sandbox’s second organisation. */
    async form(more: Data = {}): Promise<Data> {
      return {
        partnerRevision: 0,
        partnerId: 'south',
        partnerName: south.name,
        partnerOrganisationId: south.id,
        partnerRegion: 'sandbox',
        partnerClientId: south.clientId,
        partnerClientSecret: 'PARTNER_SOUTH_SECRET',
        partnerContract: 'bridge',
        partnerIntegrationId: await integrationOf('south'),
        partnerWebhookToken: 'PARTNER_SOUTH_WEBHOOK',
        partnerQueues: 'Repairs\nClaims',
        partnerChannelTypes: 'webmessaging',
        partnerTeamsConversation: await ground.partnerChannel(),
        partnerLimitMinutes: '240',
        ...more,
      };
    },
    /** What supervisors are shown. */
    async shows(command: string): Promise<string> {
      return JSON.stringify((await ground.says(supervisor.email, command)).activity);
    },
    /** Everything the program keeps on disk. */
    async kept(): Promise<string> {
      const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
      const texts = files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
      return (await Promise.all(texts)).join('\n');
    },
    async stop() {
      await ground.stop();
      await sandbox.close();
      await directory.remove();
    },
  };
}
