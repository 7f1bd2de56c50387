/**
 * The address that opens a channel's message in Teams (Microsoft: deep links; that it opens without the team's group id is
 * *unverified*). Null for a personal chat: by the id the bot knows it by, Teams opens nothing. Pure.
 */
export function messageLink(place: {
  readonly kind: 'personal' | 'channel';
  readonly conversationId: string;
  readonly tenantId: string | null;
  readonly activityId: string;
}): string | null {
  const { kind, conversationId, tenantId, activityId } = place;
  if (kind === 'personal') return null;
  const query = new URLSearchParams({
    ...(tenantId === null ? {} : { tenantId }),
    parentMessageId: activityId,
  });
  // A closing bracket would end the link in a card's markdown.
  const path = [conversationId, activityId]
    .map((id) => encodeURIComponent(id).replaceAll('(', '%28').replaceAll(')', '%29'))
    .join('/');
  return `https://teams.microsoft.com/l/message/${path}?${query}`;
}
