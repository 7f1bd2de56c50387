import { announce } from '../shell/announce.js';
import { setAhead } from '../shell/sandbox-time.js';
import { keepTimesTrue } from '../shell/words-of-time.js';
import { chatOfNewestCard } from '../teams/chat-of-newest-card.js';
import { agentStep } from '../timeline/agent-step.js';
import { callStep } from '../timeline/call-step.js';
import { cardStep } from '../timeline/card-step.js';
import { customerStep } from '../timeline/customer-step.js';
import { guestStep } from '../timeline/guest-step.js';
import { stepsOfFrames } from '../timeline/steps-of-frames.js';
import { controlApi } from './control-api.js';
import { unchangedOr } from './unchanged-or.js';
import { withEntry } from './with-entry.js';

const stepsKept = 3000;
const none = { seq: 0, at: '' };

/**
 * Keeps the store true: the state once and after every change, and the live stream in between.
 *
 * @param {any} store
 * @param {{
 *   reachedCustomer: (customerId: string, live: boolean) => void,
 *   cardPosted: (chatId: string, card: unknown) => void,
 * }} tell `live`: now, not before the page was opened; cards are told of only when they are
 */
export function followSandbox(store, { reachedCustomer, cardPosted }) {
  let pending = /** @type {Promise<void> | null} */ (null);
  let again = false;
  /** The last told of, of each kind. */
  let lastEntry = none;
  let lastRequest = none;
  let loaded = false;
  /** What is older belongs to a world before a reset. */
  let worldSince = 0;
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

  function takeState({ seededAt, orgs, teams }) {
    worldSince = Date.parse(seededAt);
    const { orgs: before, orgId, teams: teamsBefore, chatId, actingUserId, changedAgentId } = store.get();
    const now = unchangedOr(before, orgs);
    const known = new Map((before ?? now).flatMap(({ agents }) => agents).map((agent) => [agent.id, agent]));
    const changed = now.flatMap(({ agents }) => agents).filter((agent) => known.get(agent.id) !== agent);
    store.update({
      orgs: now,
      org: now.find(({ id }) => id === orgId) ?? now[0],
      teams: unchangedOr(teamsBefore, teams),
      changedAgentId: changed[0]?.id ?? changedAgentId,
      chatId: chatId ?? teams.conversations[0].id,
      actingUserId: actingUserId ?? teams.users.find(({ role }) => role === 'supervisor')?.id ?? null,
    });
    addSteps(changed.map((agent) => agentStep(agent, known.get(agent.id))).filter((step) => step !== null));
    for (const agent of changed) announce(`${agent.name} is now ${agent.presence}`);
  }

  const ofThisWorld = (/** @type {{ at: string }} */ { at }) => Date.parse(at) >= worldSince;

  function addSteps(more) {
    const known = new Set(store.get().steps.map(({ id }) => id));
    const news = more.filter(({ id }) => !known.has(id));
    if (news.length > 0) store.update({ steps: [...store.get().steps, ...news].slice(-stepsKept) });
  }

  /** Takes an entry of the record in; gives its step, or null when it was known. */
  function takeRecord(entry, live) {
    if (entry.seq <= lastEntry.seq) return null;
    lastEntry = entry;
    if (entry.kind === 'customer') {
      const org = store.get().orgs?.find(({ id }) => id === entry.orgId);
      const step = customerStep(entry, org);
      const reached = entry.event === 'shown' || entry.event === 'waiting';
      if (reached) reachedCustomer(entry.customerId, live);
      if (live) {
        refresh();
        const did = { wrote: 'wrote', shown: 'got', waiting: 'will find, when back' }[entry.event];
        if (did !== undefined) announce(step.about.replace(': “', ` ${did}: “`));
      }
      return step;
    }
    if (entry.kind === 'guest') {
      if (live) refresh();
      return guestStep(
        entry,
        store.get().orgs?.find(({ id }) => id === entry.orgId),
      );
    }
    const step = cardStep(entry, store.get().teams);
    const isCard = step.cardId !== null;
    if (live && isCard && entry.event === 'posted') cardPosted(entry.conversationId, entry.activity);
    const { activities, chatId, unread } = store.get();
    store.update({ activities: withEntry(activities, entry) });
    const isNews = entry.event === 'posted' || (entry.event === 'updated' && isCard);
    if (live && isNews && entry.conversationId !== chatId) {
      const news = new Set([...(unread[entry.conversationId] ?? []), entry.activityId]);
      store.update({ unread: { ...unread, [entry.conversationId]: [...news] } });
    }
    if (live && isCard) announce(`${step.title} in ${step.about}`);
    return step;
  }

  function takeRequest(entry, live) {
    if (entry.seq <= lastRequest.seq) return null;
    lastRequest = entry;
    if (!ofThisWorld(entry)) return null;
    const step = callStep(entry, store.get().teams);
    if (live && step.told && step.failed) announce(`${step.title}: ${step.about}`);
    return step;
  }

  const take = (entries, taken) => addSteps(entries.map(taken).filter((step) => step !== null));

  /** What happened before this page was opened, or while the stream was down. */
  async function catchUp() {
    await refresh();
    const [record, requests, frames] = await Promise.all([
      controlApi.record(before(lastEntry)),
      controlApi.requests(before(lastRequest)),
      controlApi.frames('v2.users.'),
    ]);
    // Another world: nothing told so far belongs to it, and what is open here is opened again.
    if (!goesOn(lastEntry, record)) {
      const { chatId, customerId } = store.get();
      await startOver();
      store.update({ chatId: chatId ?? store.get().chatId, customerId });
      return catchUp();
    }
    take(record.entries, (entry) => takeRecord(entry, loaded));
    // Requests are kept in memory only: after a restart their numbers begin anew.
    const sameLog = goesOn(lastRequest, requests);
    if (!sameLog) lastRequest = none;
    const { entries } = sameLog ? requests : await controlApi.requests(0);
    take(entries, (entry) => takeRequest(entry, loaded));
    const agents = (store.get().orgs ?? []).flatMap((org) => org.agents);
    // A reset tells of agents who have been free since before it, too.
    addSteps(stepsOfFrames(frames.entries.filter(ofThisWorld), agents).filter(ofThisWorld));
    if (loaded) return undefined;
    loaded = true;
    const { teams, chatId } = store.get();
    if (teams !== null) store.update({ chatId: chatOfNewestCard(record.entries, teams) ?? chatId });
    return undefined;
  }

  /** The sandbox's clock was moved: every “since” on the page is another. @param {{ aheadSeconds: number }} clock */
  function clockMoved({ aheadSeconds }) {
    const aheadMs = aheadSeconds * 1000;
    setAhead(aheadMs);
    keepTimesTrue();
    store.update({ aheadMs });
    refresh();
  }

  async function startOver() {
    lastEntry = none;
    store.update({
      org: null,
      orgs: null,
      outreachId: null,
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
  const on = (/** @type {string} */ name, /** @type {(data: any) => void} */ hear) =>
    stream.addEventListener(name, ({ data }) => hear(JSON.parse(data)));
  stream.addEventListener('open', () => {
    store.update({ connection: 'live' });
    caughtUp = catchUp().catch(() => undefined);
    readClock(clockMoved);
  });
  stream.addEventListener('error', () => store.update({ connection: 'lost' }));
  on('record', (entry) => caughtUp.then(() => take([entry], (each) => takeRecord(each, true))));
  on('request', (entry) => caughtUp.then(() => take([entry], (each) => takeRequest(each, true))));
  on('presence', refresh);
  // Who serves it may change with nothing else of it.
  on('conversation', () => {
    store.update({ conversationNews: store.get().conversationNews + 1 });
    refresh();
  });
  on('clock', clockMoved);
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

/** Nothing is told when the sandbox has no clock of its own. @param {(clock: { aheadSeconds: number }) => void} hear */
async function readClock(hear) {
  const clock = await controlApi.clock().catch(() => null);
  if (clock !== null) hear(clock);
}
