/** Body of `PUT …/subscriptions`: a bare array of topics (SDK 262 ChannelTopic). */
export function topicList(topics: readonly string[]) {
  return topics.map((id) => ({ id }));
}
