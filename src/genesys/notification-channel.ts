import type { Logger } from 'pino';
import { backOffMs } from '../back-off.ts';
import type { Clock } from '../clock.ts';
import { createChannelEvictions } from './channel-evictions.ts';
import { channelFaultCode } from './channel-fault-code.ts';
import { channelFrame } from './channel-frame.ts';
import { type ChannelSocket, openChannelSocket } from './channel-socket.ts';
import { createChannelSubscriptions } from './channel-subscriptions.ts';
import type { ChannelTimings } from './channel-timings.ts';
import { createChannelUpkeep } from './channel-upkeep.ts';
import { createChannel } from './endpoints/create-channel.ts';
import type { PlatformCall } from './platform-call.ts';
import { saysGone } from './says-gone.ts';
import { SocketFault } from './socket-fault.ts';
import type { Channel } from './wire/notification-channel.ts';

export interface NotificationChannel {
  /** Connects and stays connected until `stop`; faults are logged and mended, never thrown. */
  start(): void;
  stop(): void;
  /** Replaces the topics (at most 1,000), at once when connected. */
  setTopics(topics: readonly string[]): void;
  /** Events of a topic were found not to come: the topics are put again, and if that did not help a new channel is made. */
  doubt(): void;
  status(): ChannelStatus;
}

interface ChannelStatus {
  readonly live: boolean;
  /** Where its socket is; null while there is none. */
  readonly uri: string | null;
  /** When the last frame came, epoch milliseconds; null before the first connection. */
  readonly lastFrameAt: number | null;
}

export interface NotificationChannelParts {
  readonly call: PlatformCall;
  readonly topics: readonly string[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly timings: ChannelTimings;
  readonly chance: () => number;
  /** Must not throw. */
  readonly onEvent: (topic: string, body: unknown) => void;
  /**
   * After every connection and every change of topics: events before it may be lost, so what they tell must be read.
   * `seamless`: the former socket was open until the new one was subscribed, so there should be none.
   */
  readonly onGap: (topics: readonly string[], seamless: boolean) => void;
}

/** One open socket of a channel. */
interface Line {
  readonly channel: Channel;
  readonly socket: ChannelSocket;
  readonly since: number;
  readonly notice: Notice;
}

/** What the server has said of a socket, which may be before anybody has taken that over. */
interface Notice {
  endsSoon: boolean;
}

/** After so many tries in a row a channel is let go; in a long outage further ones are made rarely, for the platform allows few (20). */
const triesBefore = 5;
const triesBetween = 20;

/**
 * Keeps one notification channel connected. A broken socket is opened again on the same channel; a channel that is gone
 * is made anew, and so is one that never stays connected; before one ends (24 h, or a closing notice) its successor is open.
 */
export function createNotificationChannel(parts: NotificationChannelParts): NotificationChannel {
  const { call, clock, log, timings, chance, onEvent } = parts;
  const subscriptions = createChannelSubscriptions({ call, log, topics: parts.topics });
  const evicted = createChannelEvictions({ clock, log });
  const upkeep = createChannelUpkeep({
    subscriptions,
    channelId: () => line?.channel.id ?? null,
    onMissing: () => line !== null && subscribe(line),
    onGone: () => replace('unknown to the platform'),
    timings,
    clock,
    log,
  });
  const onGap = (seamless = false) => parts.onGap(subscriptions.topics(), seamless);
  let line: Line | null = null;
  /** Open, and being subscribed. */
  let successor: Line | null = null;
  /** Made but never connected: the next try uses it instead of making another. */
  let spare: Channel | null = null;
  let lastFrameAt: number | null = null;
  let connecting = false;
  let stopped = true;
  let faults = 0;
  let cancelRetry = () => {};
  let cancelRenewal = () => {};
  /** Known to be gone while its socket still lives: its successor is on its way. */
  let replaced: string | null = null;
  let doubtedAt: number | null = null;
  /** Putting the topics again is the first answer to a doubt, another channel the second. */
  let putForDoubt = false;

  function onText(text: string, from: () => Line | null, notice: Notice): void {
    const frame = channelFrame(text);
    if (frame.kind === 'event') {
      onEvent(frame.topic, frame.body);
    } else if (frame.kind === 'malformed') {
      log.warn({ code: 'genesys.frame-malformed', bytes: text.length }, 'notification frame left out');
    } else if (frame.kind === 'closing') {
      log.info('the server closes this notification socket soon: opening its successor');
      notice.endsSoon = true;
      connect(from()?.channel ?? line?.channel ?? null);
    } else if (frame.kind === 'gone') {
      log.warn({ why: frame.why }, 'the notification channel is gone');
      const dead = from();
      if (dead === null) return;
      dead.socket.close();
      lost(dead, new SocketFault(frame.why, true, frame.why === 'no_longer_subscribed'));
    }
  }

  /** Opens a socket on the channel, or on a new one, and subscribes; throws an error or a SocketFault. */
  async function establish(known: Channel | null): Promise<Line> {
    if (known === null) spare ??= await createChannel(call);
    const channel = known ?? spare;
    if (channel === null) throw new SocketFault('no channel', true);
    let made: Line | null = null;
    const notice: Notice = { endsSoon: false };
    const socket = await openChannelSocket({
      uri: channel.connectUri,
      clock,
      timings,
      onText: (text) => onText(text, () => made, notice),
      onDown: (fault) => {
        if (made !== null) lost(made, fault);
      },
    });
    made = { channel, socket, since: clock.now(), notice };
    successor = made;
    try {
      // Subscriptions belong to the channel and should outlive a socket (*unverified*); this also renews the channel.
      await subscriptions.put(channel.id);
    } catch (error) {
      socket.close();
      if (line === made) line = null;
      throw error;
    } finally {
      successor = null;
    }
    if (!socket.isOpen()) throw new SocketFault('closed while subscribing', false);
    return made;
  }

  /** Puts topics that changed on the connected channel; what they would have told until then must be read, too. */
  function subscribe({ channel }: Line): void {
    subscriptions.put(channel.id).then(
      () => onGap(),
      (error: unknown) => {
        log.warn({ err: error }, 'topics not changed yet: connecting again with them');
        if (!stopped) later(() => connect(line?.channel ?? null));
      },
    );
  }

  /** The channel was taken from us, whatever its socket does: another one. */
  function replace(why: string): void {
    if (line === null || line.channel.id === replaced) return;
    replaced = line.channel.id;
    log.warn(
      { code: 'genesys.notifications.channel-gone', why },
      'the notification channel is gone: making another',
    );
    const waitMs = evicted();
    cancelRetry();
    if (waitMs === 0) connect(null);
    else cancelRetry = clock.after(waitMs, () => connect(null));
  }

  function connect(channel: Channel | null): void {
    if (connecting || stopped) return;
    connecting = true;
    cancelRetry();
    establish(channel).then(
      (fresh) => {
        connecting = false;
        if (stopped) return fresh.socket.close();
        adopt(fresh);
      },
      (thrown: unknown) => {
        connecting = false;
        if (stopped) return;
        const gone = saysGone(thrown);
        if (gone) spare = null;
        log.warn({ code: channelFaultCode(thrown), err: thrown }, 'notification channel not connected');
        again(gone ? null : channel);
      },
    );
  }

  function adopt(fresh: Line): void {
    const former = line;
    const seamless = former !== null && (former.socket.isOpen() || former.channel.id === fresh.channel.id);
    line = fresh;
    spare = null;
    if (former !== null && former !== fresh) former.socket.close();
    cancelRenewal();
    cancelRenewal = clock.after(lifeOf(fresh.channel), () => connect(null));
    upkeep.start();
    log.info('notification channel connected');
    if (!subscriptions.areOn(fresh.channel.id)) subscribe(fresh);
    onGap(seamless);
    // It was told so before it was adopted.
    if (fresh.notice.endsSoon) later(() => connect(fresh.channel));
  }

  /** A channel has one socket: the server closes the former for the successor, which is told everything from then on. */
  function isTakenOver({ channel }: Line): boolean {
    return successor?.channel.id === channel.id && successor.socket.isOpen();
  }

  function lost(dead: Line, fault: SocketFault): void {
    if (dead !== line) return;
    if (isTakenOver(dead)) {
      line = successor;
      return;
    }
    lastFrameAt = dead.socket.lastFrameAt();
    line = null;
    if (clock.now() - dead.since >= timings.steadyMs) faults = 0;
    log.warn({ code: channelFaultCode(fault), why: fault.message }, 'notification socket lost');
    const atLeastMs = fault.evicted ? evicted() : 0;
    if (!connecting && !stopped) again(fault.gone ? null : dead.channel, atLeastMs);
  }

  /** Tries the channel again, or a new one where it failed so often that its address may be what is wrong. */
  function again(channel: Channel | null, atLeastMs = 0): void {
    later(() => {
      const wornOut = faults % triesBetween === triesBefore;
      if (wornOut) {
        log.warn({ faults }, 'the notification channel does not stay connected: making another');
        spare = null;
      }
      connect(wornOut ? null : channel);
    }, atLeastMs);
  }

  function later(run: () => void, atLeastMs = 0): void {
    faults += 1;
    cancelRetry();
    cancelRetry = clock.after(Math.max(atLeastMs, backOffMs(faults, timings.backOff, chance())), run);
  }

  function lifeOf({ expires }: Channel): number {
    const named = Date.parse(expires ?? '') - clock.now();
    const lifeMs = named > 0 ? Math.min(named, timings.lifeMs) : timings.lifeMs;
    return Math.max(timings.shortestLifeMs, lifeMs * 0.9);
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      connect(null);
    },

    stop() {
      stopped = true;
      cancelRetry();
      cancelRenewal();
      upkeep.stop();
      line?.socket.close();
      line = null;
    },

    setTopics(next) {
      subscriptions.change(next);
      if (line !== null) subscribe(line);
    },

    doubt() {
      const now = clock.now();
      if (line === null || connecting || stopped) return;
      if (doubtedAt !== null && now - doubtedAt < timings.checkMs) return;
      const again = putForDoubt && doubtedAt !== null && now - doubtedAt < timings.refreshMs;
      doubtedAt = now;
      putForDoubt = !again;
      log.warn(
        { code: 'genesys.notifications.subscription-lost', again },
        again
          ? 'events still do not come: making another notification channel'
          : 'events did not come: putting the topics again',
      );
      if (again) connect(null);
      else subscribe(line);
    },

    status: () => ({
      live: line !== null && (line.socket.isOpen() || isTakenOver(line)),
      uri: line?.channel.connectUri ?? null,
      lastFrameAt: line?.socket.lastFrameAt() ?? lastFrameAt,
    }),
  };
}
