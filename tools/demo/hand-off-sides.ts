import { z } from 'zod';
import type { SandboxControl, SandboxState } from '../program/sandbox-control.ts';

const token = z.object({ access_token: z.string() });
const conversation = z.object({
  id: z.string(),
  participants: z.array(z.object({ attributes: z.record(z.string(), z.string()).optional() })),
});
const talk = z.object({
  conversations: z.array(
    z.object({ messages: z.array(z.object({ direction: z.string(), text: z.string() })) }),
  ),
});

type Org = SandboxState['orgs'][number];

/** What both ends of a hand-off see and do in a sandbox. */
export interface HandOffSides {
  /** Where the customer arrived at the partner; undefined: nowhere yet. */
  arrived(
    token: string,
  ): Promise<{ readonly customerId: string; readonly conversationId: string } | undefined>;
  /** What the partner’s agent reads there: messages and the attributes that came along. */
  partnerReads(at: { customerId: string; conversationId: string }): Promise<{
    readonly texts: readonly string[];
    readonly attributes: Readonly<Record<string, string>>;
  }>;
  /** An agent of the partner takes the conversation and writes; gives their name. */
  partnerWrites(conversationId: string, text: string): Promise<string>;
  /** How often a browser was shown a text. */
  shownTo(token: string, text: string): Promise<number>;
}

export function handOffSides(sandbox: SandboxControl): HandOffSides {
  const partnerOf = async (): Promise<Org> => {
    const org = (await sandbox.state()).orgs[1];
    if (org === undefined) throw new Error('the sandbox has no second organisation');
    return org;
  };

  async function control(path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${sandbox.baseUrl}/sandbox/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const told: unknown = await answer.json();
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}: ${JSON.stringify(told)}`);
    return told;
  }

  return {
    async arrived(browserToken) {
      const { customers, deployments } = await partnerOf();
      // By the field contract the browser keeps its token; over the bridge the customer is one of the integration.
      const customer = customers.findLast(
        (each) => each.token === browserToken || deployments.every(({ id }) => id !== each.channelId),
      );
      const there = customer?.conversations[0];
      return customer === undefined || there === undefined
        ? undefined
        : { customerId: customer.id, conversationId: there.id };
    },

    async partnerReads({ customerId, conversationId }) {
      const { clientId, clientSecret } = await partnerOf();
      const signedIn = await fetch(`${sandbox.baseUrl}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      const { access_token: bearer } = token.parse(await signedIn.json());
      const read = await fetch(`${sandbox.baseUrl}/api/v2/conversations/${conversationId}`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      const { participants } = conversation.parse(await read.json());
      const { conversations } = talk.parse(await control(`/customers/${customerId}/conversations`));
      return {
        texts: conversations.flatMap(({ messages }) => messages.map(({ text }) => text)),
        attributes: Object.assign({}, ...participants.map(({ attributes }) => attributes ?? {})),
      };
    },

    async partnerWrites(conversationId, text) {
      const agent = (await partnerOf()).agents.find(({ routingStatus }) => routingStatus === 'IDLE');
      if (agent === undefined) throw new Error('nobody at the partner is free');
      await control(`/conversations/${conversationId}/answer`, { agentId: agent.id });
      await control(`/conversations/${conversationId}/messages`, { agentId: agent.id, text });
      return agent.name;
    },

    async shownTo(browserToken, text) {
      const { orgs } = await sandbox.state();
      const ids = new Set(
        orgs.flatMap(({ customers }) =>
          customers.filter((each) => each.token === browserToken).map(({ id }) => id),
        ),
      );
      return (await sandbox.record()).filter(
        (entry) =>
          entry.kind === 'customer' &&
          (entry.event === 'shown' || entry.event === 'seen-in-history') &&
          ids.has(entry.customerId) &&
          entry.message.text === text,
      ).length;
    },
  };
}
