import { agentsColumn } from './agents/agents-column.js';
import { clockPanel } from './clock/clock-panel.js';
import { customerName } from './customer/customer-name.js';
import { messengerView } from './customer/messenger-view.js';
import { visitorList } from './customer/visitor-list.js';
import { controlApi } from './link/control-api.js';
import { followSandbox } from './link/live.js';
import { firstSteps } from './shell/first-steps.js';
import { lamps } from './shell/lamps.js';
import { orgSwitch } from './shell/org-switch.js';
import { resetButton } from './shell/reset-button.js';
import { createStore } from './shell/store.js';
import { orToast, toast } from './shell/toast.js';
import { keepTimesTrue } from './shell/words-of-time.js';
import { chatList } from './teams/chat-list.js';
import { chatView } from './teams/chat-view.js';
import { followCards } from './teams/follow-cards.js';
import { timeline } from './timeline/timeline.js';
import { trialsBar } from './trials/trials-bar.js';

const store = createStore({
  connection: 'connecting',
  orgs: null,
  orgId: null,
  org: null,
  teams: null,
  changedAgentId: null,
  agentSearch: '',
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
  /** The outreach whose steps show; null for the newest. */
  outreachId: null,
  /** How far the sandbox's clock is ahead; null while not known. */
  aheadMs: null,
  faults: [],
  trial: null,
  watch: null,
  /** Grows with every reset, so that what belongs to the old world closes. */
  worldNumber: 0,
  conversationNews: 0,
});

lamps(place('lamps'), store);
agentsColumn(place('agents-list'), place('agents-find'), store);
chatList(place('chats'), store, (chatId) => store.update({ chatId }));
chatView(place('chat'), store);
visitorList(place('visitors'), store);
messengerView(place('messenger'), store);
timeline(
  {
    list: place('outreaches'),
    find: place('find-outreach'),
    about: place('outreach-about'),
    steps: place('steps'),
    calls: place('calls'),
  },
  store,
);
trialsBar(place('trials'), place('trials-bar'), store);
clockPanel(place('clock'), store);
orgSwitch(place('orgs'), store);
resetButton(place('reset'));
firstSteps(place('first-steps'), store);
setInterval(keepTimesTrue, 15_000);

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
followSandbox(store, {
  cardPosted: followCards(store, {
    mayMove: () => store.get().follow && !isSpeaking(),
    tell(chatId) {
      if (!store.get().follow) return;
      const chat = store.get().teams?.conversations.find(({ id }) => id === chatId);
      const where = chat?.kind === 'channel' ? `#${chat.name}` : `${chat?.name}’s chat`;
      toast(`A card came to ${where}.`, {
        action: { label: 'Open it', run: () => store.update({ chatId }) },
      });
    },
  }),
  reachedCustomer(customerId, live) {
    const { reached, follow, customerId: open, org, orgs } = store.get();
    store.update({ reached: new Set([...reached, customerId]) });
    if (open === customerId || !live) return;
    const home = orgs?.find(({ customers }) => customers.some(({ id }) => id === customerId));
    // Somebody of another organisation than the one that is shown: there is no messenger to open.
    if (home !== undefined && home.id !== org?.id) return;
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

/** Who talks to the bot is not moved to another chat, where the next words would be somebody else's. */
function isSpeaking() {
  return isTyping('#chat input') || document.activeElement?.matches('#chat .compose input') === true;
}

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
