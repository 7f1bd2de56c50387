/** Who acts in this chat: its person, or in a channel whoever was picked. */
export function actorIn(chat, store) {
  return chat.userId ?? store.get().actingUserId;
}
