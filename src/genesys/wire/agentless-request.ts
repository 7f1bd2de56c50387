/**
 * Body of `POST /conversations/messages/agentless` for web messaging (SDK 262): `fromAddress` is the deployment id,
 * and `toAddress` must not be there. It never barges into a connected conversation.
 */
export function agentlessRequest(message: {
  readonly channelId: string;
  readonly externalContactId: string;
  readonly text: string;
}) {
  return {
    fromAddress: message.channelId,
    toAddressMessengerType: 'webmessaging',
    externalContactId: message.externalContactId,
    textBody: message.text,
    useExistingActiveConversation: false,
  };
}
