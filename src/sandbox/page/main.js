import { agentsColumn } from './agents/agents-column.js';
import { customerName } from './customer/customer-name.js';
import { messengerView } from './customer/messenger-view.js';
import { visitorList } from './customer/visitor-list.js';
import { controlApi } from './link/control-api.js';
import { followSandbox } from './link/live.js';
import { askFirst } from './shell/dialog.js';
import { firstSteps } from './shell/first-steps.js';
import { lamps } from './shell/lamps.js';
import { createStore } from './shell/store.js';
import { orToast, toast } from './shell/toast.js';
import { keepTimesTrue } from './shell/words-of-time.js';
import { chatList } from './teams/chat-list.js';
import { chatView } from './teams/chat-view.js';
import { followCards } from './teams/follow-cards.js';
import { timeline } from './timeline/timeline.js';

const store = createStore({
  connection: 'connecting',
  org: null,
  teams: null,
  changedAgentId: null,
  chatId: null,
  actingUserId: null,
  activities: {},
  unread: {},
  customerId: null,
  customerSearch: '',
  customerFilter: 'recent',
  reached: new Set(),
  follow: true,
  steps: [],
  allCalls: false,
  /** Grows with every reset, so that what belongs to the old world closes. */
  worldNumber: 0,
});

lamps(place('lamps'), store);
agentsColumn(place('agents-list'), store);
chatList(place('chats'), store, (chatId) => store.update({ chatId }));
chatView(place('chat'), store);
visitorList(place('visitors'), store);
messengerView(place('messenger'), store);
timeline(place('steps'), store);
firstSteps(place('first-steps'), store);
keepTimesTrue();

// An opened chat is read in full once, and is no longer new.
store.watch(
  ({ chatId }) => [chatId],
  ({ chatId }) => {
    if (chatId === null) return;
    store.update({ unread: { ...store.get().unread, [chatId]: [] } });
    orToast(async () => {
      const { activities } = await controlApi.activities(chatId);
      store.update({ activities: { ...store.get().activities, [chatId]: activities } });
    });
  },
);

onTick('follow', (follow) => store.update({ follow }));
onTick('all-calls', (allCalls) => store.update({ allCalls }));
place('reset').addEventListener('click', () =>
  askFirst({
    title: 'Start over?',
    text:
      'Agents, customers, conversations and everything said in Teams go back to how they were at the start. ' +
      'The bot’s own ledger stays: it remembers whom it has written to, and reaches somebody else next.',
    yes: 'Start over',
    run: () => orToast(controlApi.reset),
  }),
);

followSandbox(store, {
  cardPosted: followCards(store, () => store.get().follow && !isTyping('#chat input')),
  reachedCustomer(customerId, live) {
    const { reached, follow, customerId: open, org } = store.get();
    store.update({ reached: new Set([...reached, customerId]) });
    if (open === customerId || !live) return;
    if (follow && !isTyping('#messenger input')) {
      store.update({ customerId });
      return;
    }
    const customer = org?.customers.find(({ id }) => id === customerId);
    toast(`${customer === undefined ? 'A customer' : customerName(customer)} was reached.`, {
      action: { label: 'Open messenger', run: () => store.update({ customerId }) },
    });
  },
});

/** Nobody's half-written words are taken away. @param {string} selector */
function isTyping(selector) {
  const field = document.querySelector(selector);
  return field instanceof HTMLInputElement && field.value.trim() !== '';
}

/** @param {string} id @returns {HTMLElement} */
function place(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** @param {string} id @param {(on: boolean) => void} run */
function onTick(id, run) {
  const box = place(id);
  box.addEventListener('change', () => {
    if (box instanceof HTMLInputElement) run(box.checked);
  });
}
