const secretKeys = new Set([
  'access_token',
  'refresh_token',
  'code_verifier',
  'client_secret',
  'clientSecret',
  'jwt',
  'sessionToken',
  'joinCode',
  'websocketUrl',
  'sessionJoinToken',
  'outboundNotificationWebhookSignatureSecretToken',
  'webhookHeaders',
  'token',
  'refreshToken',
  'resumeToken',
  'oauth',
  'connectUri',
]);

/** A copy of a parsed body with everything that opens a door left out. */
export function withoutSecrets(body: unknown): unknown {
  if (typeof body === 'string') return withoutChannel(body);
  if (Array.isArray(body)) return body.map(withoutSecrets);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      secretKeys.has(key) ? '[left out]' : withoutSecrets(value),
    ]),
  );
}

/** The id of a notification channel opens its socket. */
export function withoutChannel(text: string): string {
  return text.replaceAll(/streaming-\d+-\w+/g, 'streaming-…');
}
