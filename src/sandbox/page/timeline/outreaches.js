/** A candidate is judged right after the agent became free, and right before the message or card. */
const judgedWithinMs = 30_000;
/** The bot may hear of an agent late, after a silence on its socket; later than this it takes it for history. */
const heardWithinMs = 300_000;

/**
 * The steps sorted into outreaches, oldest first, and the rest. Requests carry no id of an outreach, so each step finds
 * its outreach by what it names: the card, the customer, the agent. A card that several share is a step of each.
 *
 * @param {any[]} steps
 * @param {{ agents: any[], customers: any[] }} org
 * @returns {{ outreaches: any[], rest: any[] }}
 */
export function outreachesOf(steps, org) {
  const people = peopleOf(org);
  /** @type {any[]} */
  const outreaches = [];
  /** @type {any[]} */
  const rest = [];
  /** Checks before it is known whom they led to. @type {any[]} */
  let loose = [];

  const start = (/** @type {any} */ known) => {
    const made = { id: '', steps: [], cards: new Map(), accepted: false, ...known };
    outreaches.push(made);
    return made;
  };
  const latest = (/** @type {(outreach: any) => boolean} */ fits) => outreaches.findLast(fits);
  const waiting = (agentId, at) =>
    latest(
      (outreach) =>
        outreach.agentId === agentId && isPending(outreach) && ms(at) - ms(outreach.at) < heardWithinMs,
    );
  const join = (outreach, step) => {
    if (outreach.id === '') Object.assign(outreach, { id: step.id, at: step.at });
    outreach.steps.push(step);
  };
  /** Takes in what was checked on the way to this customer. */
  const settle = (outreach, customerId) => {
    if (customerId === null || customerId === undefined) return;
    outreach.customerId ??= customerId;
    const own = loose.filter((step) => people.byConversation.get(step.conversationId) === customerId);
    loose = loose.filter((step) => !own.includes(step));
    for (const step of own) join(outreach, step);
  };

  /** The outreach of a card or a message with these names: one under way that has no such thing yet, or a new one. */
  const findOrStart = (names, at, isTaken) => {
    const { agentId, customerId, text } = names;
    const sameText = (outreach) => customerId === null && outreach.text === text && text !== undefined;
    return (
      latest(
        (outreach) =>
          !isPending(outreach) &&
          !isTaken(outreach) &&
          (agentId === null || outreach.agentId === agentId || outreach.agentId === undefined) &&
          (outreach.customerId === customerId ||
            sameText(outreach) ||
            // On a card that several share a message is only begun.
            (outreach.customerId === undefined && [text, undefined].includes(outreach.text))),
      ) ??
      waiting(agentId, at) ??
      start({ agentId: agentId ?? undefined })
    );
  };

  const ofNames = (names, at, isTaken) => {
    const outreach = findOrStart(names, at, isTaken);
    settle(outreach, names.customerId);
    outreach.agentId ??= names.agentId ?? undefined;
    outreach.text ??= names.text;
    return outreach;
  };

  /** The outreach of one place on a card that several share. */
  const ofMember = (step, { place, outreachId, texts }) => {
    const key = `${step.cardId}/${place}`;
    const known = latest(({ cards }) => cards.has(key));
    if (known !== undefined) return known;
    const outreach = ofNames(people.namedInShort(texts), step.at, ({ cards }) =>
      [...cards.values()].includes(step.chatId),
    );
    outreach.outreachId ??= outreachId;
    outreach.cards.set(key, step.chatId);
    return outreach;
  };
  /** A card or press about several, as a step of each of them. */
  const joinAll = (step) => {
    if (step.role === 'card' && (step.members ?? []).length > 0) {
      for (const member of step.members)
        join(ofMember(step, member), { ...step, state: member.waits ? 'awaiting-approval' : null });
      return true;
    }
    if (step.role !== 'press' || step.burst === undefined) return false;
    const { outreachId } = step.burst;
    const pressed = outreaches.filter(
      (outreach) =>
        [...outreach.cards.keys()].some((key) => key.startsWith(`${step.cardId}/`)) &&
        (outreachId === null ? !outreach.accepted : outreach.outreachId === outreachId),
    );
    for (const outreach of pressed) join(outreach, step);
    return pressed.length > 0;
  };

  const takes = {
    free: (step) => start({ agentId: step.agentId }),
    left: (step) => latest((outreach) => outreach.agentId === step.agentId && isPending(outreach)),
    check(step) {
      const customerId = people.byConversation.get(step.conversationId);
      const open = latest((outreach) => outreach.customerId === customerId && customerId !== undefined);
      if (open !== undefined && !open.accepted) return open;
      loose.push(step);
      return 'loose';
    },
    send(step) {
      const customerId = people.reachedBy(step);
      if (step.isReply) return latest((outreach) => outreach.customerId === customerId && outreach.accepted);
      const names = { ...people.namedIn([step.text]), text: step.text, customerId };
      // Words of a partner bear no agent's name, and go on with what was begun.
      const goesOn =
        step.joins && names.agentId === null
          ? latest((outreach) => outreach.customerId === customerId && outreach.accepted)
          : undefined;
      if (goesOn !== undefined) return goesOn;
      const outreach = findOrStart(names, step.at, ({ accepted }) => accepted);
      settle(outreach, customerId);
      outreach.text = step.text;
      if (!step.failed) outreach.accepted = true;
      return outreach;
    },
    offer(step) {
      const customerId = people.byConversation.get(step.conversationId);
      return latest((outreach) => outreach.customerId === customerId && outreach.accepted);
    },
    card(step) {
      const known = latest(({ cards }) => cards.has(step.cardId));
      if (known !== undefined || !step.isNew) return known;
      const outreach = ofNames(people.namedIn(step.texts), step.at, ({ cards }) =>
        [...cards.values()].includes(step.chatId),
      );
      outreach.cards.set(step.cardId, step.chatId);
      return outreach;
    },
    press: (step) => latest(({ cards }) => cards.has(step.cardId)),
    'card-call'(step) {
      if (!step.failed) return undefined;
      if (step.cardId !== null) return latest(({ cards }) => cards.has(step.cardId));
      return ofNames(people.namedIn(step.texts), step.at, () => false);
    },
    ofCustomer: (step) =>
      latest(({ customerId, text }) => customerId === step.customerId && text !== undefined),
  };
  for (const role of ['shown', 'waiting', 'seen-in-history', 'wrote', 'did']) takes[role] = takes.ofCustomer;

  const order = (one, other) => ms(one.at) - ms(other.at);
  for (const step of steps.toSorted(order)) {
    if (joinAll(step)) continue;
    const outreach = takes[step.role]?.(step);
    if (outreach === 'loose') continue;
    if (outreach === undefined) rest.push(step);
    else join(outreach, step);
  }
  for (const step of loose) {
    const customerId = people.byConversation.get(step.conversationId);
    const home =
      latest((outreach) => outreach.customerId === customerId && customerId !== undefined) ??
      latest((outreach) => isPending(outreach) && isSoonAfter(outreach, step));
    if (home === undefined) rest.push(step);
    else join(home, step);
  }
  for (const outreach of outreaches) outreach.steps.sort(order);
  return { outreaches, rest: rest.toSorted(order) };
}

/** An agent became free and nothing has come of it. @param {any} outreach */
export function isPending({ cards, customerId, text }) {
  return cards.size === 0 && customerId === undefined && text === undefined;
}

function isSoonAfter(outreach, step) {
  const later = ms(step.at) - ms(outreach.at);
  return later >= 0 && later < judgedWithinMs;
}

function ms(iso) {
  return Date.parse(iso);
}

/** Finds the organisation's people by what steps say of them. */
function peopleOf({ agents, customers }) {
  const byConversation = new Map(
    customers.flatMap(({ id, conversations }) => conversations.map((conversation) => [conversation.id, id])),
  );
  // Of two of a name it is the one of the first organisation: the other came to its partner by a hand-off.
  const customerNames = new Map(
    customers.flatMap(({ id, name }) => (name === null ? [] : [[name, id]])).toReversed(),
  );
  const agentNames = new Map(agents.map(({ id, name }) => [name, id]));
  const inside = (/** @type {string} */ text) => [...agentNames].find(([name]) => text.includes(name))?.[1];
  return {
    byConversation,
    /** @param {any} send */
    reachedBy: ({ conversationId, externalContactId, guestId }) =>
      byConversation.get(conversationId) ??
      customers.find(
        (customer) =>
          (guestId !== null && customer.guestId === guestId) ||
          (externalContactId !== null && customer.externalContactId === externalContactId),
      )?.id ??
      null,
    /** Who is named in a row of a card that several share: its message is cut short. @param {string[]} texts */
    namedInShort: (texts) => ({
      customerId: texts.map((text) => customerNames.get(text)).find(Boolean) ?? null,
      agentId: texts.map(inside).find(Boolean) ?? null,
      text: undefined,
    }),
    /** Who is named by a text of their own; failing that an agent named inside one, which also is the message. @param {string[]} texts */
    namedIn(texts) {
      const message = texts.findLast((text) => text.length > 60 && inside(text) !== undefined);
      return {
        customerId: texts.map((text) => customerNames.get(text)).find(Boolean) ?? null,
        agentId:
          texts.map((text) => agentNames.get(text)).find(Boolean) ??
          (message === undefined ? null : inside(message)),
        text: message,
      };
    },
  };
}
