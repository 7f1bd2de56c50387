/** What a card says of itself, and the answer to a press that takes long. */
export const cardNote = {
  'note.replaces':
    'This card takes the place of [an earlier one]({link}) that Teams no longer lets the bot change. This one counts.',
  'note.replaces-unlinked':
    'This card takes the place of an earlier one that Teams no longer lets the bot change. This one counts.',
  'note.agent-untold': '{agent} does not see this card in the chat with the bot. {meaning} {next}',
  'note.too-big':
    'Teams does not take the whole card, so nothing can be decided on it. Everything else goes on as it would.',
  'note.closed': 'Where Teams does not let the bot write',
  'note.closed-chat': '{where}: {meaning} {next}',
  'note.closed-channel': 'A channel',
  'note.closed-more': 'and {count} more',
  'press.late':
    'This takes longer than usual and goes on. The card shows what comes of it; if it is still the same in a minute, press again.',
} as const;
