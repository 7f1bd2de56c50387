import { createConversationLanguages } from '../../../../bot/conversation-languages.ts';
import type { ExtensionParts } from '../../../../bot/extension/extension-parts.ts';
import { createWhoseChat } from '../../../../bot/extension/whose-chat.ts';
import type { Person } from '../../../../bot/people/people.ts';
import { ReachbackError } from '../../../../src/errors/reachback-error.ts';
import type { ByHandRequest, CustomerFound } from '../../../../src/journeys/on-request/writing-by-hand.ts';
import { exampleOutreach } from '../../../support/example-outreach.ts';
import { examplePersonalReference } from '../../../support/example-reference.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryCardStore } from '../../../support/memory-card-store.ts';
import { memorySettings } from '../../../support/memory-settings.ts';
import { recordingLog } from '../../../support/silent-log.ts';

const minute = 60_000;

/** Ada is an agent, Sam a supervisor, Uma nobody we know, Gus a guest; all but Nils have a chat with the bot. */
export function extensionGround() {
  const clock = manualClock();
  const store = memoryCardStore();
  for (const name of ['ada', 'bo', 'sam', 'uma', 'gus']) {
    const chat = examplePersonalReference(`${name}@northwind.example`);
    store.places.set(chat.conversationId, chat);
  }
  const agent = (name: string) => ({ agentId: `agent-${name}`, name, presence: null });
  const persons: Record<string, Partial<Person>> = {
    '29:ada': { name: 'Ada', agent: agent('Ada') },
    '29:bo': { name: 'Bo', agent: agent('Bo'), supervisor: true },
    '29:sam': { name: 'Sam', supervisor: true },
  };
  /** What people were asked about: who, in which conversation. */
  const lookedUp: string[] = [];
  const searched: (readonly [string | null, string])[] = [];
  const requests: ByHandRequest[] = [];
  const found: CustomerFound[] = [];
  let refusal: ReachbackError | null = null;
  let search: ExtensionParts['byHand']['search'] = async () => found;
  const { log, lines } = recordingLog();
  const parts: ExtensionParts = {
    whoseChat: createWhoseChat(store.references),
    people: {
      async of({ id }, { conversationId }) {
        lookedUp.push(`${id} ${conversationId}`);
        if (id === '29:gus') throw new ReachbackError('teams.guest');
        return { name: id, email: null, agent: null, supervisor: false, ...persons[id] };
      },
    },
    byHand: {
      async search(agentId, words) {
        searched.push([agentId, words]);
        return search(agentId, words);
      },
      async request(request) {
        requests.push(request);
        if (refusal !== null) throw refusal;
        const agentName = request.agentId.replace('agent-', '');
        const state = request.mayApprove ? 'approved' : 'awaiting-approval';
        return exampleOutreach({ agentName, customerName: 'Noor Haddad', text: request.text, state });
      },
    },
    languages: createConversationLanguages({ settings: memorySettings(), standard: 'en', log }),
    clock,
    log,
  };
  return {
    parts,
    clock,
    store,
    lines,
    lookedUp,
    searched,
    requests,
    found,
    refuse(code: ConstructorParameters<typeof ReachbackError>[0], facts = {}) {
      refusal = new ReachbackError(code, { facts });
    },
    searchBy(other: typeof search) {
      search = other;
    },
    user: (name: string) => ({ id: `29:${name}`, aadObjectId: `aad-${name}`, name }),
    /** A chat between two people: the bot is not in it. */
    elsewhere: (name: string) =>
      examplePersonalReference(null, { conversationId: '19:a_b@unq.gbl.spaces', userId: `29:${name}` }),
    customer: (part: Partial<CustomerFound> = {}): CustomerFound => ({
      conversationId: 'conversation-1',
      customerName: 'Noor Haddad',
      queueName: 'Orders and returns',
      lastActivityAt: clock.now() - 40 * minute,
      endedAt: clock.now() - 38 * minute,
      endedBy: null,
      leftAlone: null,
      draft: 'Hello Noor, this is Ada.',
      ...part,
    }),
  };
}
