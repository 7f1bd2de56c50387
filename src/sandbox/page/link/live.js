import { announce } from '../shell/toast.js';
import { chatOfNewestCard } from '../teams/chat-of-newest-card.js';
import { customerStep, presenceStep, requestStep, teamsStep } from '../timeline/steps.js';
import { withStep } from '../timeline/with-step.js';
import { controlApi } from './control-api.js';

const stepsKept = 300;
const none = { seq: 0, at: '' };

/**
 * Keeps the store true: the state once and after every change, and the live stream in between.
 *
 * @param {any} store
 * @param {{
 *   reachedCustomer: (customerId: string, live: boolean) => void,
 *   cardPosted: (chatId: string) => void,
 * }} tell `live`: now, not before the page was opened; cards are told of only when they are
 */
export function followSandbox(store, { reachedCustomer, cardPosted }) {
  let pending = /** @type {Promise<void> | null} */ (null);
  let again = false;
  /** The last told of, of each kind. */
  let lastEntry = none;
  let lastRequest = none;
  let loaded = false;
  /** Live events wait for what came before them. */
  let caughtUp = Promise.resolve();

  /** One request at a time, and one more when something changed meanwhile. */
  function refresh() {
    if (pending !== null) {
      again = true;
      return pending;
    }
    pending = controlApi
      .state()
      .then(takeState)
      .catch(() => undefined)
      .then(() => {
        pending = null;
        if (!again) return undefined;
        again = false;
        return refresh();
      });
    return pending;
  }

  function takeState({ orgs, teams }) {
    const { org: before, teams: teamsBefore, chatId, actingUserId, changedAgentId } = store.get();
    const org = unchangedOr(before, orgs[0]);
    const known = new Map((before ?? org).agents.map((agent) => [agent.id, agent]));
    const changed = org.agents.filter((agent) => known.get(agent.id) !== agent);
    store.update({
      org,
      teams: unchangedOr(teamsBefore, teams),
      changedAgentId: changed[0]?.id ?? changedAgentId,
      chatId: chatId ?? teams.conversations[0].id,
      actingUserId: actingUserId ?? teams.users.find(({ role }) => role === 'supervisor')?.id ?? null,
    });
    for (const agent of changed) {
      const step = presenceStep(agent, known.get(agent.id));
      if (step !== null) addStep(step);
      announce(`${agent.name} is now ${agent.presence}`);
    }
  }

  function addStep(step) {
    store.update({ steps: withStep(store.get().steps, step).slice(-stepsKept) });
  }

  function takeRecord(entry, live) {
    if (entry.seq <= lastEntry.seq) return;
    lastEntry = entry;
    if (entry.kind === 'customer') {
      addStep(customerStep(entry, store.get().org));
      const reached = entry.event === 'shown' || entry.event === 'waiting';
      if (reached) reachedCustomer(entry.customerId, live);
      if (live) refresh();
      return;
    }
    const step = teamsStep(entry, store.get().teams);
    addStep(step);
    if (live && step.outreach && entry.event === 'posted') cardPosted(entry.conversationId);
    const { activities, chatId, unread } = store.get();
    store.update({ activities: withEntry(activities, entry) });
    const isNews = entry.event === 'posted' || (entry.event === 'updated' && step.outreach);
    if (live && isNews && entry.conversationId !== chatId) {
      const news = new Set([...(unread[entry.conversationId] ?? []), entry.activityId]);
      store.update({ unread: { ...unread, [entry.conversationId]: [...news] } });
    }
  }

  function takeRequest(entry) {
    if (entry.seq <= lastRequest.seq) return;
    lastRequest = entry;
    addStep(requestStep(entry));
  }

  /** What happened before this page was opened, or while the stream was down. */
  async function catchUp() {
    await refresh();
    const [record, requests] = await Promise.all([
      controlApi.record(before(lastEntry)),
      controlApi.requests(before(lastRequest)),
    ]);
    // Another world: nothing told so far belongs to it, and what is open here is opened again.
    if (!goesOn(lastEntry, record)) {
      const { chatId, customerId } = store.get();
      await startOver();
      store.update({ chatId: chatId ?? store.get().chatId, customerId });
      return catchUp();
    }
    for (const entry of record.entries) takeRecord(entry, loaded);
    // Requests are kept in memory only: after a restart their numbers begin anew.
    const sameLog = goesOn(lastRequest, requests);
    if (!sameLog) lastRequest = none;
    const { entries } = sameLog ? requests : await controlApi.requests(0);
    for (const entry of entries) takeRequest(entry);
    if (loaded) return undefined;
    loaded = true;
    const { teams, chatId } = store.get();
    if (teams !== null) store.update({ chatId: chatOfNewestCard(record.entries, teams) ?? chatId });
    return undefined;
  }

  async function startOver() {
    lastEntry = none;
    store.update({
      org: null,
      activities: {},
      unread: {},
      steps: [],
      reached: new Set(),
      customerId: null,
      chatId: null,
      actingUserId: null,
      worldNumber: store.get().worldNumber + 1,
    });
    await refresh();
  }

  const stream = new EventSource('/sandbox/v1/events');
  const on = (/** @type {string} */ name, /** @type {(data: any) => void} */ take) =>
    stream.addEventListener(name, ({ data }) => take(JSON.parse(data)));
  stream.addEventListener('open', () => {
    store.update({ connection: 'live' });
    caughtUp = catchUp().catch(() => undefined);
  });
  stream.addEventListener('error', () => store.update({ connection: 'lost' }));
  on('record', (entry) => caughtUp.then(() => takeRecord(entry, true)));
  on('request', (entry) => caughtUp.then(() => takeRequest(entry)));
  on('presence', refresh);
  on('conversation', refresh);
  on('reset', startOver);
  // Installs are delivered without a live event.
  setInterval(() => {
    if (store.get().connection === 'live') refresh();
  }, 4000);
}

/** The number to ask from, so that the entry known last comes once more. @param {{ seq: number }} last */
function before({ seq }) {
  return Math.max(0, seq - 1);
}

/** Is this the list the entry known last was in? @param {{ seq: number, at: string }} last */
function goesOn(last, { entries }) {
  return last.seq === 0 || entries[0]?.at === last.at;
}

/**
 * The new value with every part that did not change being the old object, so that nothing is drawn anew under the
 * reader's hands.
 */
function unchangedOr(before, after) {
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  if (Array.isArray(after)) {
    const known = new Map((before ?? []).map((item) => [item?.id, item]));
    return after.map((item) => (item?.id === undefined ? item : unchangedOr(known.get(item.id), item)));
  }
  if (typeof after !== 'object' || after === null) return after;
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, unchangedOr(before?.[key], value)]),
  );
}

/** The activities of the opened chats after one entry of the record; chats never opened are read when they are. */
function withEntry(activities, { conversationId, activityId, event, activity, at }) {
  const list = activities[conversationId];
  if (list === undefined) return activities;
  if (event === 'deleted') {
    return { ...activities, [conversationId]: list.filter(({ id }) => id !== activityId) };
  }
  const known = list.find(({ id }) => id === activityId);
  const from = event === 'said' ? activity.from?.id : 'bot';
  const next =
    known === undefined
      ? { id: activityId, from, at, body: activity }
      : event === 'updated'
        ? { ...known, body: activity, updatedAt: at }
        : known;
  return {
    ...activities,
    [conversationId]: known === undefined ? [...list, next] : list.map((old) => (old === known ? next : old)),
  };
}
