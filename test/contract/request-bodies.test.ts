import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import type { Models } from 'purecloud-platform-client-v2';
import { addExternalId } from '../../src/genesys/endpoints/add-external-id.ts';
import { conversationDetailsPage } from '../../src/genesys/endpoints/conversation-details-page.ts';
import { conversationsOfCustomer } from '../../src/genesys/endpoints/conversations-of-customer.ts';
import { createContact } from '../../src/genesys/endpoints/create-contact.ts';
import { createExternalSource } from '../../src/genesys/endpoints/create-external-source.ts';
import { disconnectConversation } from '../../src/genesys/endpoints/disconnect-conversation.ts';
import { exchangeGuestCode } from '../../src/genesys/endpoints/exchange-guest-code.ts';
import { linkContact } from '../../src/genesys/endpoints/link-contact.ts';
import { lookUpContact } from '../../src/genesys/endpoints/look-up-contact.ts';
import { messagesBulk } from '../../src/genesys/endpoints/messages-bulk.ts';
import { putSubscriptions } from '../../src/genesys/endpoints/put-subscriptions.ts';
import { refreshGuestJwt } from '../../src/genesys/endpoints/refresh-guest-jwt.ts';
import { sendAgentless } from '../../src/genesys/endpoints/send-agentless.ts';
import { sendOpenMessage } from '../../src/genesys/endpoints/send-open-message.ts';
import { sendOpenReceipt } from '../../src/genesys/endpoints/send-open-receipt.ts';
import { sendOwnMessage } from '../../src/genesys/endpoints/send-own-message.ts';
import { setUserPresence } from '../../src/genesys/endpoints/set-user-presence.ts';
import type { PlatformCall } from '../../src/genesys/platform-call.ts';
import { agentlessRequest } from '../../src/genesys/wire/agentless-request.ts';
import {
  contactLink,
  contactLookUp,
  externalIdAdded,
  externalIdOf,
  newExternalSource,
} from '../../src/genesys/wire/contact-requests.ts';
import { detailsQuery } from '../../src/genesys/wire/details-query.ts';
import { guestExchange } from '../../src/genesys/wire/guest-sign-in.ts';
import { openInboundMessage, openInboundReceipt } from '../../src/genesys/wire/open-inbound.ts';
import { ownMessageRequest } from '../../src/genesys/wire/own-message-request.ts';
import { presenceChangeRequest } from '../../src/genesys/wire/presence-change.ts';
import { topicList } from '../../src/genesys/wire/topic-list.ts';

/** The keys of ours the SDK's model does not know, however deep. */
type Strays<Ours, Model> = Ours extends readonly (infer One)[]
  ? Strays<One, Model extends readonly (infer Other)[] ? Other : never>
  : Ours extends object
    ?
        | Exclude<keyof Ours, keyof Model>
        | {
            [Key in keyof Ours & keyof Model]: Strays<Ours[Key], NonNullable<Model[Key]>>;
          }[keyof Ours & keyof Model]
    : never;
/** A type error when there are any. */
type Known<Ours, Model> = [Strays<Ours, Model>] extends [never] ? true : never;

/** What a call of the product sends. */
async function sentBy(run: (call: PlatformCall) => Promise<unknown>): Promise<unknown> {
  const bodies: unknown[] = [];
  const call: PlatformCall = (request) => {
    bodies.push(request.body);
    return Promise.reject(new Error('nobody there'));
  };
  await assert.rejects(run(call), /nobody there/);
  return bodies[0];
}

const agentless = agentlessRequest({
  channelId: 'd',
  externalContactId: 'c',
  text: 'Hello',
  intoConnected: false,
});
const agentlessModel: Models.SendAgentlessOutboundMessageRequest = agentless;
const query = detailsQuery({ from: 0, to: 1, pageNumber: 1, pageSize: 100 });
const queryModel: Models.ConversationQuery = query;
const asked = { externalContactId: 'contact', guestId: 'guest', since: 86_400_000 };
const ofCustomer = detailsQuery({
  from: asked.since,
  to: asked.since + 86_400_000,
  pageNumber: 1,
  pageSize: 25,
  who: { dimension: 'externalContactId', value: 'contact' },
});
const ofCustomerModel: Models.ConversationQuery = ofCustomer;
const own = ownMessageRequest('Hello');
const ownModel: Models.AdditionalMessage = own;
const topics = topicList(['v2.users.a.presence']);
const topicsModel: Models.ChannelTopic[] = topics;
const presence = presenceChangeRequest('definition');
const presenceModel: Models.UserPresence = presence;
const openMessage = {
  from: { id: 'guest', name: 'Hannah' },
  messageId: 'ours',
  saidAt: 86_400_000,
  text: 'Hello',
};
const inbound = openInboundMessage(openMessage);
const inboundModel: Models.OpenInboundNormalizedMessage = inbound;
const openReceipt = { messageId: 'm', to: 'integration', at: 0, status: 'Failed', reason: 'Away' } as const;
const receipt = openInboundReceipt(openReceipt);
const receiptModel: Models.OpenInboundNormalizedReceipt = receipt;
const ended = { state: 'disconnected' };
const endedModel: Pick<Models.Conversation, 'state'> = ended;
/** The SDK lets a source be named by its whole model; its id alone is what the platform asks for. */
type ById<Model extends { externalSource?: unknown }> = Omit<Model, 'externalSource'> & {
  externalSource: Pick<Models.ExternalSource, 'id'>;
};
const sourceId = { sourceId: 'source', value: 'u1' };
const contact = {
  firstName: 'Anna',
  lastName: 'Example',
  personalEmail: 'a@example.com',
  externalIds: [externalIdOf(sourceId)],
};
const contactModel: Omit<Models.ExternalContact, 'externalIds'> & { externalIds: ById<Models.ExternalId>[] } =
  contact;
const lookUp = contactLookUp(sourceId);
const lookUpModel: ById<Models.ContactIdentifier> = lookUp;
const idAdded = externalIdAdded(sourceId);
const idAddedModel: Models.ExternalContactsPatchRequest = idAdded;
const newSource = newExternalSource('Zendesk');
const newSourceModel: Models.ExternalSource = newSource;
const contactOf = { conversationId: 'c', communicationId: 'l', externalContactId: 'x' };
const linked = contactLink(contactOf);
const linkedModel: Models.ConversationAssociation = linked;
const guestCode = { code: 'code', redirectUri: 'https://shop.example/back', codeVerifier: 'v' };
const exchange = guestExchange('deployment', guestCode);
const exchangeModel: Omit<Models.WebDeploymentsOAuthExchangeRequest, 'oauth'> & {
  oauth: Partial<Models.WebDeploymentsOAuthRequestParameters>;
} = exchange;
const renewal = { refreshToken: 'r', deploymentId: 'd' };
const renewalModel: Models.WebDeploymentsRefreshJWTRequest = renewal;
const ids: string[] = ['one', 'two'];
const knownKeys: [
  Known<typeof agentless, Models.SendAgentlessOutboundMessageRequest>,
  Known<typeof query, Models.ConversationQuery>,
  Known<typeof ofCustomer, Models.ConversationQuery>,
  Known<typeof topics, Models.ChannelTopic[]>,
  Known<typeof presence, Models.UserPresence>,
  Known<typeof own, Models.AdditionalMessage>,
  Known<typeof inbound, Models.OpenInboundNormalizedMessage>,
  Known<typeof receipt, Models.OpenInboundNormalizedReceipt>,
  Known<typeof ended, Models.Conversation>,
  Known<typeof contact, Models.ExternalContact>,
  Known<typeof lookUp, Models.ContactIdentifier>,
  Known<typeof newSource, Models.ExternalSource>,
  Known<typeof linked, Models.ConversationAssociation>,
  Known<typeof exchange, Models.WebDeploymentsOAuthExchangeRequest>,
  Known<typeof renewal, Models.WebDeploymentsRefreshJWTRequest>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

/** By the endpoint that sends it: our body, of a type the SDK has for it, and the call. */
const bodies = {
  'send-agentless.ts': [
    agentlessModel,
    (call: PlatformCall) =>
      sendAgentless(call, { channelId: 'd', externalContactId: 'c', text: 'Hello', intoConnected: false }),
  ],
  'conversation-details-page.ts': [
    queryModel,
    (call: PlatformCall) => conversationDetailsPage(call, { from: 0, to: 1, pageNumber: 1 }),
  ],
  'conversations-of-customer.ts': [
    ofCustomerModel,
    (call: PlatformCall) => conversationsOfCustomer(call, asked),
  ],
  'put-subscriptions.ts': [
    topicsModel,
    (call: PlatformCall) => putSubscriptions(call, 'channel', ['v2.users.a.presence']),
  ],
  'set-user-presence.ts': [
    presenceModel,
    (call: PlatformCall) => setUserPresence(call, 'user', 'definition'),
  ],
  'send-own-message.ts': [
    ownModel,
    (call: PlatformCall) =>
      sendOwnMessage(call, { conversationId: 'c', communicationId: 'l', text: 'Hello' }),
  ],
  'send-open-message.ts': [
    inboundModel,
    (call: PlatformCall) => sendOpenMessage(call, 'integration', openMessage),
  ],
  'send-open-receipt.ts': [
    receiptModel,
    (call: PlatformCall) => sendOpenReceipt(call, 'integration', openReceipt),
  ],
  'disconnect-conversation.ts': [
    endedModel,
    (call: PlatformCall) => disconnectConversation(call, 'conversation'),
  ],
  'create-contact.ts': [contactModel, (call: PlatformCall) => createContact(call, contact)],
  'look-up-contact.ts': [lookUpModel, (call: PlatformCall) => lookUpContact(call, sourceId)],
  'add-external-id.ts': [idAddedModel, (call: PlatformCall) => addExternalId(call, 'contact', sourceId)],
  'create-external-source.ts': [
    newSourceModel,
    (call: PlatformCall) => createExternalSource(call, 'Zendesk'),
  ],
  'link-contact.ts': [linkedModel, (call: PlatformCall) => linkContact(call, contactOf)],
  'exchange-guest-code.ts': [
    exchangeModel,
    (call: PlatformCall) => exchangeGuestCode(call, 'deployment', guestCode),
  ],
  'refresh-guest-jwt.ts': [renewalModel, (call: PlatformCall) => refreshGuestJwt(call, renewal)],
  'messages-bulk.ts': [ids, (call: PlatformCall) => messagesBulk(call, 'conversation', ids)],
} as const;

/** Of the field contract, which no SDK has; the sandbox takes them by a strict schema. */
const inNoSdk = [
  'create-cobrowse-session.ts',
  'offers-field-endpoint.ts',
  'send-external-message.ts',
  'send-webchat-message.ts',
  'start-messaging-conversation.ts',
  'transfer-across.ts',
];

describe('request bodies', () => {
  for (const [file, [body, run]] of Object.entries(bodies)) {
    it(`of ${file} are what the official SDK’s models allow, with no key they do not know`, async () => {
      assert.ok(knownKeys.every(Boolean));
      assert.deepEqual(await sentBy(run), body);
    });
  }

  it('are all looked at here', async () => {
    const folder = new URL('../../src/genesys/endpoints/', import.meta.url);
    const sending: string[] = [];
    for (const file of await readdir(folder)) {
      const source = await readFile(new URL(file, folder), 'utf8');
      if (/^ {4,8}body[:,]/m.test(source)) sending.push(file);
    }
    assert.deepEqual(sending.sort(), [...Object.keys(bodies), ...inNoSdk].sort());
  });

  it('of an agentless message name the deployment, the contact and no address', () => {
    assert.deepEqual(agentless, {
      fromAddress: 'd',
      toAddressMessengerType: 'webmessaging',
      externalContactId: 'c',
      textBody: 'Hello',
      useExistingActiveConversation: false,
    });
    assert.equal(query.interval, '1970-01-01T00:00:00.000Z/1970-01-01T00:00:00.001Z');
  });
});
