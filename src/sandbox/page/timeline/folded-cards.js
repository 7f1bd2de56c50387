/**
 * The steps with those joined that tell one thing: the same card shown anew without a new state, cards in several
 * chats that come to the same state one right after the other, or looks at the conversation with nothing between them.
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
    const looks = [before, step].every((each) => each?.role === 'check' && !each.failed);
    if (looks) folded[folded.length - 1] = lookedAgain(before, step);
    else if (same) folded[folded.length - 1] = joined(before, step);
    else if (!again) folded.push(step);
  }
  return folded;
}

function lookedAgain(before, step) {
  const times = (before.times ?? 1) + 1;
  return {
    ...before,
    times,
    about: `Is the conversation still as it was? Read ${times} times`,
    raw: step.raw,
  };
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
