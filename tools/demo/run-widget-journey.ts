import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { conversationControl } from '../program/conversation-control.ts';
import { type Program, startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { waitFor } from '../program/wait-for.ts';
import type { DemoResult } from './demo-result.ts';
import { openGuestBrowser } from './guest-browser.ts';
import type { Story } from './story.ts';

interface WidgetResult extends DemoResult {
  readonly report: DemoResult['report'] & { readonly widget: WidgetReport };
}

interface WidgetReport {
  readonly userId: string;
  readonly externalId: string;
  readonly externalContactId: string;
  readonly conversationId: string;
  /** Of the contact, this one among them. */
  readonly conversations: number;
  readonly refused: { readonly status: number; readonly code: string };
  readonly seenByCustomer: readonly string[];
}

const origin = 'http://localhost:5173';
const userId = 'zendesk-user-anna/4711';
const question = 'Hello again, where is my order?';
const answer = 'Welcome back! It left this morning.';

const siteKeys = z.array(z.object({ kid: z.string(), secret: z.string() })).min(1);
const issued = z.object({
  widgetToken: z.string(),
  expiresInSeconds: z.number(),
  deploymentId: z.string(),
  messagingUrl: z.string(),
  sessionToken: z.string(),
  customAttributes: z.record(z.string(), z.string()),
});
const refusal = z.object({ error: z.object({ code: z.string(), message: z.string(), next: z.string() }) });
const read = z.object({
  participants: z.array(z.object({ purpose: z.string(), externalContactId: z.string().optional() })),
});

/** The fourth system: somebody known from Zendesk signs in on the site, and writes in the site's own widget; the agent sees who it is. */
export async function runWidgetJourney(story: Story): Promise<WidgetResult> {
  const directory = await temporaryDirectory();
  try {
    story.chapter('Start the program with its sandbox');
    const program = await startProgram({
      dataDir: directory.path,
      env: { LOG_LEVEL: 'warn', OUTREACH_MODE: 'supervisor' },
    });
    story.tell(`Ready after ${Math.round(program.readyAfterMs)} ms at ${program.url}.`);
    try {
      return await visit(program, directory.path, story);
    } finally {
      await program.stop();
    }
  } finally {
    await directory.remove();
  }
}

async function visit(program: Program, dataDir: string, story: Story): Promise<WidgetResult> {
  const { sandbox } = program;
  const site = await createSite(dataDir);
  const platform = await platformOf(program);
  const before = (await sandbox.state()).orgs[0];
  const known = before?.customers.find(
    ({ externalContactId, conversations }) => externalContactId !== null && conversations.length > 0,
  );
  const agent = before?.agents[0];
  const externalId = known === undefined ? null : await platform.keyOf(known.externalContactId ?? '');
  if (known?.externalContactId == null || agent === undefined || externalId === null)
    throw new Error('the sandbox has nobody who was here before');
  const contactId = known.externalContactId;

  story.chapter('The page asks with an assertion that is over');
  const now = Math.floor(Date.now() / 1000);
  const late = await ask(program, await site({ sub: userId, iat: now - 600, exp: now - 300 }));
  const { code, message, next } = refusal.parse(late.body).error;
  story.tell(`← ${late.status} ${code}: ${message} ${next}`);

  story.chapter(`${userId} signs in on the site, which vouches for them`);
  const claims = { sub: userId, external_id: externalId, name: known.name ?? undefined };
  const asked = await ask(program, await site(claims));
  const given = issued.parse(asked.body);
  story.tell(
    `← ${asked.status} a token for ${given.expiresInSeconds} s, a guest session, and what to send for the flow:`,
  );
  story.tell(JSON.stringify(given.customAttributes));

  story.chapter('The widget opens the guest session and writes');
  const browser = await openGuestBrowser({ ...given, origin });
  try {
    await browser.write(question, given.customAttributes);
    const conversationId = await waitFor(
      async () =>
        (await sandbox.state()).orgs[0]?.customers.find(({ token }) => token === given.sessionToken)
          ?.conversations[0]?.id,
      { what: 'the conversation' },
    );
    const linked = await waitFor(
      async () => {
        const { participants } = read.parse(await platform.get(`/api/v2/conversations/${conversationId}`));
        const customer = participants.find(({ purpose }) => purpose === 'customer');
        return customer?.externalContactId === contactId;
      },
      { what: 'the conversation to be linked to the contact', deadlineMs: 10_000 },
    );
    const mine = (await sandbox.state()).orgs[0]?.customers.filter(
      ({ externalContactId }) => externalContactId === contactId,
    );
    const conversations = (mine ?? []).flatMap((each) => each.conversations).length;
    story.tell(`Conversation ${conversationId} is linked to the contact of ${externalId}: ${known.name}.`);
    story.tell(`${agent.name} sees ${conversations} conversations under the contact, this one among them.`);

    story.chapter(`${agent.name} answers`);
    await conversationControl(sandbox.baseUrl).agentAnswers(conversationId, agent.id);
    await say(sandbox.baseUrl, conversationId, answer);
    await browser.shows(answer);
    const seenByCustomer = (await sandbox.record()).flatMap((entry) =>
      entry.kind === 'customer' && entry.conversationId === conversationId && entry.event === 'shown'
        ? [entry.message.text]
        : [],
    );
    story.tell(`The widget shows: “${answer}”`);
    const problems = [
      ...(late.status === 401 && code === 'widget.expired'
        ? []
        : ['an assertion that is over was not refused as such']),
      ...(linked && conversations > 1 ? [] : ['the history is not under the contact']),
      ...(seenByCustomer.filter((text) => text === answer).length === 1
        ? []
        : ['the customer did not see the agent’s answer exactly once']),
    ];
    return {
      report: {
        journey: 'widget',
        outreaches: [],
        widget: {
          userId,
          externalId,
          externalContactId: contactId,
          conversationId,
          conversations,
          refused: { status: late.status, code },
          seenByCustomer,
        },
      },
      problems,
      done: 'The customer wrote as themselves, under their own contact, and read the answer once.',
    };
  } finally {
    browser.close();
  }
}

/** The site's server: signs with the secret the sandbox mode made for it. */
async function createSite(dataDir: string) {
  const path = join(dataDir, 'widget-site-keys.json');
  const [key] = siteKeys.parse(JSON.parse(await readFile(path, 'utf8')));
  return (claims: Readonly<Record<string, unknown>>): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ aud: 'reachback', iss: 'sandbox-site', iat: now, exp: now + 120, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
      .sign(new TextEncoder().encode(key?.secret));
  };
}

async function ask({ url }: Program, assertion: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/widget/token`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ assertion }),
  });
  return { status: response.status, body: await response.json() };
}

async function say(baseUrl: string, conversationId: string, text: string): Promise<void> {
  const response = await fetch(`${baseUrl}/sandbox/v1/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) throw new Error(`the agent could not write: ${response.status}`);
}

/** The platform's REST API, as an agent's desktop asks it. */
async function platformOf({ sandbox: { baseUrl, ...sandbox } }: Program) {
  const [org] = (await sandbox.state()).orgs;
  const response = await fetch(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${org?.clientId}:${org?.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await response.json());
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${baseUrl}${path}`, { headers: { authorization: `Bearer ${access_token}` } })).json();
  const ids = z.object({ externalIds: z.array(z.object({ value: z.string() })) });
  return {
    get,
    /** The key of the contact in the CRM; null when it has none. */
    async keyOf(contactId: string): Promise<string | null> {
      const found = ids.safeParse(await get(`/api/v2/externalcontacts/contacts/${contactId}`));
      return found.data?.externalIds[0]?.value ?? null;
    },
  };
}
