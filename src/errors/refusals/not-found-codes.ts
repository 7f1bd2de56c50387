/** How services of the platform say that a thing does not exist; which of them a path uses is not published (documented platform codes). */
export const notFoundCodes: readonly string[] = [
  'not.found',
  'resource.not.found',
  'general.resource.not.found',
  'conversation.not.found',
  'conversation.error.conversation.not.found',
];
