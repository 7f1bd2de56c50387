import { SignJWT } from 'jose';
import WebSocket from 'ws';
import { z } from 'zod';
import { type Program, startProgram } from '../../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { waitFor } from '../../../tools/program/wait-for.ts';

const secret = 'a-secret-the-site-shares-with-reachback';
const older = 'the-secret-the-site-signed-with-before-it';
const origin = 'https://shop.example';

const error = z.object({ error: z.object({ code: z.string(), next: z.string() }) });

export const issued = z.object({
  widgetToken: z.string(),
  expiresAt: z.string(),
  expiresInSeconds: z.number(),
  deploymentId: z.string(),
  messagingUrl: z.string(),
  apiUrl: z.string(),
  sessionToken: z.string(),
  jwt: z.string().nullable(),
  customAttributes: z.record(z.string(), z.string()),
  conversation: z.object({ id: z.string(), sessionId: z.string().nullable() }).nullable(),
});

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The real program with its sandbox and a widget set up, and the site that signs for it. */
export interface WidgetGround {
  readonly program: Program;
  assertion(
    claims?: Readonly<Record<string, unknown>>,
    by?: { kid?: string | undefined; secret?: string },
  ): Promise<string>;
  ask(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** A token for that user; fails when it is refused. */
  issue(
    claims: Readonly<Record<string, unknown>>,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<z.output<typeof issued>>;
  /** A control call of the sandbox. */
  control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** A call of the platform with a token of the bot. */
  platform(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Opens a guest session and writes. */
  write(given: z.output<typeof issued>, text: string): Promise<WebSocket>;
  /** The same program again, on what it kept, with other variables. */
  restart(env: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

export async function startWidget(env: Readonly<Record<string, string>> = {}): Promise<WidgetGround> {
  const directory = await temporaryDirectory();
  const start = (more: Readonly<Record<string, string>>) =>
    startProgram({
      dataDir: directory.path,
      env: {
        WIDGET_ORIGINS: origin,
        WIDGET_SECRETS: `new:${secret},old:${older}`,
        WIDGET_PER_ADDRESS: '10000',
        WIDGET_PER_USER: '10000',
        WIDGET_ANONYMOUS: 'off',
        OUTREACH_MODE: 'supervisor',
        ...env,
        ...more,
      },
    });
  let program = await start({});
  const at = (path: string) => `${program.sandbox.baseUrl}${path}`;
  const sockets: WebSocket[] = [];
  const json = async (response: Response): Promise<unknown> => {
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  };
  const ask: WidgetGround['ask'] = async (path, body, headers = {}) => {
    const response = await fetch(`${program.url}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await json(response) };
  };
  const assertion: WidgetGround['assertion'] = (claims = {}, by = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const kid = 'kid' in by ? by.kid : 'new';
    return new SignJWT({
      aud: 'reachback',
      iss: 'sandbox-site',
      iat: now,
      exp: now + 300,
      sub: 'u',
      ...claims,
    })
      .setProtectedHeader({ alg: 'HS256', ...(kid === undefined ? {} : { kid }) })
      .sign(new TextEncoder().encode(by.secret ?? secret));
  };
  return {
    get program() {
      return program;
    },
    assertion,
    ask,
    async issue(claims, more = {}) {
      const { status, body } = await ask('/widget/token', { assertion: await assertion(claims), ...more });
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return issued.parse(body);
    },
    async control(method, path, body) {
      const response = await fetch(at(`/sandbox/v1${path}`), {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return json(response);
    },
    async platform(method, path, body) {
      const [org] = (await program.sandbox.state()).orgs;
      const asked = await fetch(at('/oauth/token'), {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${org?.clientId}:${org?.clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      const { access_token } = z.object({ access_token: z.string() }).parse(await json(asked));
      const response = await fetch(at(path), {
        method,
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return json(response);
    },
    async write({ messagingUrl, deploymentId, sessionToken, customAttributes, jwt }, text) {
      const socket = new WebSocket(`${messagingUrl}?deploymentId=${deploymentId}`, { origin });
      sockets.push(socket);
      const classes: string[] = [];
      socket.on('message', (frame) => {
        const { class: name } = z.object({ class: z.string() }).parse(JSON.parse(String(frame)));
        classes.push(name);
      });
      await new Promise((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
      });
      const token = sessionToken;
      const configure =
        jwt === null
          ? { action: 'configureSession', token, deploymentId }
          : { action: 'configureAuthenticatedSession', token, deploymentId, data: { code: jwt } };
      socket.send(JSON.stringify(configure));
      await waitFor(() => classes.includes('SessionResponse'), { what: 'a session' });
      const message = { type: 'Text', text, channel: { metadata: { customAttributes } } };
      socket.send(JSON.stringify({ action: 'onMessage', token, message }));
      await waitFor(() => classes.includes('StructuredMessage'), { what: 'the message to be taken' });
      return socket;
    },
    async restart(more) {
      await program.stop();
      program = await start(more);
    },
    async stop() {
      for (const socket of sockets) socket.terminate();
      await program.stop();
      await directory.remove();
    },
  };
}

/** The code of a refusal. */
export function codeOf({ body }: Answer): string {
  return error.parse(body).error.code;
}

export { older, origin };
