/** What the guest protocol's frames may be of, and the codes they may carry. */
const classes = new Set([
  'SessionResponse',
  'StructuredMessage',
  'JwtResponse',
  'GetConfigurationResponse',
  'ResumeTokenResponse',
  'PresignedUrlResponse',
  'UploadSuccessEvent',
  'UploadFailureEvent',
  'GenerateUrlError',
  'AttachmentDeletedResponse',
  'SessionExpiredEvent',
  'SessionClearedEvent',
  'LogoutEvent',
  'ConnectionClosedEvent',
  'TooManyRequestsErrorMessage',
  'string',
  'Error',
]);
const codes = new Set([
  200, 400, 401, 403, 404, 408, 429, 4000, 4001, 4002, 4003, 4004, 4005, 4006, 4007, 4008, 4009, 4010, 4011,
  4013, 4017, 4020, 4029,
]);

/** What is wrong with a frame a guest got; undefined for one the protocol knows. */
export function guestFrameProblem(frame: unknown): string | undefined {
  if (typeof frame !== 'object' || frame === null) return 'no object';
  const { type, class: kind, code } = { type: undefined, class: undefined, code: undefined, ...frame };
  if (type !== 'response' && type !== 'message') return `type ${String(type)}`;
  if (typeof kind !== 'string' || !classes.has(kind)) return `class ${String(kind)}`;
  if (typeof code !== 'number' || !codes.has(code)) return `code ${String(code)}`;
  return 'body' in frame ? undefined : 'no body';
}

/** What is wrong with a frame on a notification socket. */
export function channelFrameProblem(frame: unknown): string | undefined {
  if (typeof frame !== 'object' || frame === null) return 'no object';
  if ('result' in frame)
    return ['200', '400', '403', '404'].includes(String(frame.result)) ? undefined : 'result';
  if (!('topicName' in frame) || typeof frame.topicName !== 'string') return 'no topicName';
  return 'eventBody' in frame ? undefined : 'no eventBody';
}
