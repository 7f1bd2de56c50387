/**
 * The steps with one more, in the order they happened, whatever order they came in. A card updated again without a new
 * state tells nothing new: it joins the step before it of that card.
 *
 * @param {any[]} steps
 * @param {any} step
 * @returns {any[]}
 */
export function withStep(steps, step) {
  const before = step.card ? steps.findLast(({ card }) => card?.id === step.card.id) : undefined;
  if (before?.card.updated && step.card.updated && before.card.state === step.card.state) {
    const joined = { ...before, raw: [...before.raw, ...step.raw] };
    return steps.map((known) => (known === before ? joined : known));
  }
  const after = steps.findLastIndex(({ at }) => at <= step.at);
  return steps.toSpliced(after + 1, 0, step);
}
