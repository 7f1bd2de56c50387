/** Frames the messengers of these guests send, to be mangled; known tokens and unknown ones. */
export function sampleFrames(
  deploymentId: string,
  tokens: readonly string[],
): readonly Record<string, unknown>[] {
  return tokens.flatMap((token) => [
    { action: 'configureSession', token, deploymentId, tracingId: 'a' },
    { action: 'configureSession', token, deploymentId, startNew: true },
    { action: 'configureAuthenticatedSession', token, deploymentId, data: { code: 'x.y.z' } },
    {
      action: 'onMessage',
      token,
      tracingId: 'b',
      message: {
        type: 'Text',
        text: 'Hello',
        channel: { metadata: { customAttributes: { order: '7' } } },
        metadata: { customMessageId: '1' },
      },
    },
    {
      action: 'onMessage',
      token,
      message: {
        type: 'Structured',
        text: 'Yes',
        content: [
          {
            contentType: 'ButtonResponse',
            buttonResponse: { text: 'Yes', payload: 'yes', type: 'QuickReply' },
          },
        ],
      },
    },
    ...['Join', 'Clear', 'Disconnect'].map((type) => ({
      action: 'onMessage',
      token,
      message: { type: 'Event', events: [{ eventType: 'Presence', presence: { type } }] },
    })),
    {
      action: 'onMessage',
      token,
      message: { type: 'Event', events: [{ eventType: 'Typing', typing: { type: 'On', duration: 5000 } }] },
    },
    { action: 'echo', token, message: { type: 'Text', text: 'ping' } },
    { action: 'getConfiguration', token, deploymentId },
    { action: 'getJwt', token },
    { action: 'closeSession', token, closeAllConnections: true },
    { action: 'disconnectCustomer', token },
    { action: 'resumeToken', token },
    {
      action: 'onAttachment',
      token,
      attachmentId: '1',
      fileName: 'a.png',
      fileType: 'image/png',
      fileSize: 10,
      errorsAsJson: true,
    },
    { action: 'getAttachment', token, attachmentId: '1' },
    { action: 'deleteAttachment', token, attachmentId: '1' },
  ]);
}
