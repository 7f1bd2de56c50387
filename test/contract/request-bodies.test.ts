import { deepEqual } from 'node:assert/strict';
import type { Models } from 'purecloud-platform-client-v2';
import { agentlessRequest } from '../../src/genesys/wire/agentless-request.ts';
import { detailsQuery } from '../../src/genesys/wire/details-query.ts';

/** `true` only when the SDK's model knows every key of ours; a type error otherwise. */
type Known<Ours, Model> = [Exclude<keyof Ours, keyof Model>] extends [never] ? true : never;

describe('request bodies', () => {
  it('are what the official SDK’s models allow, with no key they do not know', () => {
    const agentless = agentlessRequest({
      channelId: 'd',
      externalContactId: 'c',
      text: 'Hello',
    });
    const sent: Models.SendAgentlessOutboundMessageRequest = agentless;
    const query = detailsQuery({ from: 0, to: 1, pageNumber: 1, pageSize: 100 });
    const asked: Models.ConversationQuery = query;
    const keys: [
      Known<typeof agentless, Models.SendAgentlessOutboundMessageRequest>,
      Known<typeof query, Models.ConversationQuery>,
    ] = [true, true];
    deepEqual(keys, [true, true]);
    deepEqual(sent, {
      fromAddress: 'd',
      toAddressMessengerType: 'webmessaging',
      externalContactId: 'c',
      textBody: 'Hello',
      useExistingActiveConversation: false,
    });
    deepEqual(asked.interval, '1970-01-01T00:00:00.000Z/1970-01-01T00:00:00.001Z');
  });
});
