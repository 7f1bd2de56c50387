/** The body of an agent's message in their own part of a conversation (SDK 262 AdditionalMessage: one kind of content a request). */
export function ownMessageRequest(text: string) {
  return { textBody: text };
}
