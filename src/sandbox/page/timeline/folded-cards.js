/**
 * The steps with those joined that tell one thing: the same card shown anew without a new state, or cards in several
 * chats that come to the same state one right after the other.
 *
 * @param {any[]} steps in order
 * @returns {any[]}
 */
export function foldedCards(steps) {
  /** @type {any[]} */
  const folded = [];
  /** @type {Map<string, string>} */
  const stateOfCard = new Map();
  for (const step of steps) {
    const before = folded.at(-1);
    const isUpdate = step.role === 'card' && !step.isNew;
    const same = isUpdate && before?.role === 'card' && !before.isNew && before.state === step.state;
    const again = isUpdate && stateOfCard.get(step.cardId) === step.state;
    if (step.role === 'card') stateOfCard.set(step.cardId, step.state);
    if (same) folded[folded.length - 1] = joined(before, step);
    else if (!again) folded.push(step);
  }
  return folded;
}

function joined(before, step) {
  const chats = new Set([...(before.chats ?? [before.chatId]), step.chatId]);
  return {
    ...before,
    chats,
    ...(chats.size > 1
      ? { title: 'Cards updated', about: `In ${chats.size} chats: ${step.stateWords}` }
      : {}),
    raw: [...before.raw, ...step.raw],
  };
}
