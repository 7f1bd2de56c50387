/**
 * The topics a subscription stands for: `v2.users.1?presence&routingStatus` is short for two. Whether the platform lists
 * and tells the short or the single form is *unverified*, so they are compared one by one. Pure.
 */
export function singleTopics(topic: string): string[] {
  const [stem, suffixes] = topic.split('?');
  return suffixes === undefined ? [topic] : suffixes.split('&').map((suffix) => `${stem}.${suffix}`);
}
