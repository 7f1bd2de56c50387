/** The activities of the opened chats after one entry of the record; chats never opened are read when they are. */
export function withEntry(activities, { conversationId, activityId, event, activity, at }) {
  const list = activities[conversationId];
  if (list === undefined) return activities;
  if (event === 'deleted') {
    return { ...activities, [conversationId]: list.filter(({ id }) => id !== activityId) };
  }
  const known = list.find(({ id }) => id === activityId);
  const from = event === 'said' ? activity.from?.id : 'bot';
  const next =
    known === undefined
      ? { id: activityId, from, at, body: activity }
      : event === 'updated'
        ? { ...known, body: activity, updatedAt: at }
        : known;
  return {
    ...activities,
    [conversationId]: known === undefined ? [...list, next] : list.map((old) => (old === known ? next : old)),
  };
}
