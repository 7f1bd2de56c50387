/**
 * Body of `POST /conversations/messages/agentless` for web messaging (SDK 262): `fromAddress` is the deployment id,
 * and `toAddress` must not be there. `intoConnected`: it may join a conversation whose customer is connected.
 */
export function agentlessRequest(message: {
  readonly channelId: string;
  readonly externalContactId: string;
  readonly text: string;
  readonly intoConnected: boolean;
}) {
  return {
    fromAddress: message.channelId,
    toAddressMessengerType: 'webmessaging',
    externalContactId: message.externalContactId,
    textBody: message.text,
    useExistingActiveConversation: message.intoConnected,
  };
}
