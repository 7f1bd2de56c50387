import type { Conversation, Message, Participant } from './conversation.ts';

/**
 * An organisation's conversations by id, found as well by customer, by agent, by message and by start. What one is found by
 * is read-only on the conversation and changes here alone, so that no index is ever behind. What is found by anything but
 * its id is there to be seen: no deleted and no archived ones.
 */
export class Conversations extends Map<string, Conversation> {
  #byCustomer: Map<string, Conversation[]> | undefined;
  #byMessage: Map<string, Conversation> | undefined;
  #byAgent: Map<string, Set<Conversation>> | undefined;
  #byStart: Conversation[] | undefined;
  #open: Set<Conversation> | undefined;

  /** A collection of these, indexed at the first question. */
  static of(conversations: Iterable<Conversation>): Conversations {
    const all = new Conversations();
    for (const each of conversations) all.set(each.id, each);
    return all;
  }

  override set(id: string, conversation: Conversation): this {
    if (this.has(id)) this.delete(id);
    super.set(id, conversation);
    if (this.#byCustomer !== undefined) file(this.#byCustomer, conversation);
    if (this.#byMessage !== undefined) fileMessages(this.#byMessage, conversation);
    if (this.#byAgent !== undefined) fileAgents(this.#byAgent, conversation);
    if (this.#byStart !== undefined) {
      this.#byStart.splice(positionAfter(this.#byStart, conversation.startedAt), 0, conversation);
    }
    this.#open?.add(conversation);
    return this;
  }

  override delete(id: string): boolean {
    // Rare: the indexes are made anew when they are asked again.
    this.#byCustomer = undefined;
    this.#byMessage = undefined;
    this.#byAgent = undefined;
    this.#byStart = undefined;
    this.#open = undefined;
    return super.delete(id);
  }

  /** In the order they were added. */
  ofCustomer(customerId: string): readonly Conversation[] {
    if (this.#byCustomer === undefined) {
      this.#byCustomer = new Map();
      for (const each of this.values()) file(this.#byCustomer, each);
    }
    return (this.#byCustomer.get(customerId) ?? []).filter(isThere);
  }

  withMessage(messageId: string): Conversation | undefined {
    if (this.#byMessage === undefined) {
      this.#byMessage = new Map();
      for (const each of this.values()) fileMessages(this.#byMessage, each);
    }
    const found = this.#byMessage.get(messageId);
    return found !== undefined && isThere(found) ? found : undefined;
  }

  /** Started within [from, to), epoch ms, in the order of their start. */
  startedBetween(from: number, to: number): readonly Conversation[] {
    this.#byStart ??= [...this.values()].sort((a, b) => a.startedAt - b.startedAt);
    const slice = this.#byStart.slice(
      positionAfter(this.#byStart, from - 1),
      positionAfter(this.#byStart, to - 1),
    );
    return slice.some(({ gone }) => gone === 'deleted')
      ? slice.filter(({ gone }) => gone !== 'deleted')
      : slice;
  }

  /** Those that have not ended. */
  open(): Conversation[] {
    this.#open ??= new Set(this.values());
    for (const each of this.#open) if (each.endedAt !== undefined) this.#open.delete(each);
    return [...this.#open].filter(isThere);
  }

  /** Those that have not ended and this agent is or was on. */
  openOfAgent(userId: string): Conversation[] {
    if (this.#byAgent === undefined) {
      this.#byAgent = new Map();
      for (const each of this.open()) fileAgents(this.#byAgent, each);
    }
    const filed = this.#byAgent.get(userId);
    if (filed === undefined) return [];
    for (const each of filed) if (each.endedAt !== undefined) filed.delete(each);
    return [...filed].filter(isThere);
  }

  addMessage(conversation: Conversation, message: Message): void {
    Object.assign(conversation, { messages: [...conversation.messages, message] });
    this.#byMessage?.set(message.id, conversation);
  }

  addParticipant(conversation: Conversation, participant: Participant): void {
    Object.assign(conversation, { participants: [...conversation.participants, participant] });
    if (this.#byAgent !== undefined) fileAgents(this.#byAgent, conversation);
  }

  /** It is over since `at` (epoch ms). */
  end(conversation: Conversation, at: number): void {
    Object.assign(conversation, { endedAt: at });
  }

  /** It goes on again. */
  reopen(conversation: Conversation): void {
    const again: { endedAt?: number } = conversation;
    delete again.endedAt;
    this.#open?.add(conversation);
    if (this.#byAgent !== undefined) fileAgents(this.#byAgent, conversation);
  }
}

const isThere = ({ gone }: Conversation): boolean => gone === undefined;

function file(index: Map<string, Conversation[]>, conversation: Conversation): void {
  const filed = index.get(conversation.customerId);
  if (filed === undefined) index.set(conversation.customerId, [conversation]);
  else filed.push(conversation);
}

function fileMessages(index: Map<string, Conversation>, conversation: Conversation): void {
  for (const { id } of conversation.messages) index.set(id, conversation);
}

function fileAgents(index: Map<string, Set<Conversation>>, conversation: Conversation): void {
  for (const { userId } of conversation.participants) {
    if (userId !== undefined) fileAgent(index, userId, conversation);
  }
}

function fileAgent(index: Map<string, Set<Conversation>>, userId: string, conversation: Conversation): void {
  index.set(userId, (index.get(userId) ?? new Set()).add(conversation));
}

/** Where the first one that started later than `at` stands. */
function positionAfter(sorted: readonly Conversation[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.startedAt ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
