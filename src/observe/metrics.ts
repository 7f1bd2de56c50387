import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** An outreach entered a state. */
  outreach(state: string): void;
  /** A customer was left alone, for one reason. */
  leftAlone(reason: string): void;
  /** A widget's request ended: issued, refreshed, revoked, or the code of its refusal. */
  widget(outcome: string): void;
  /** A message of a hand-off went over its bridge, or was left out. */
  carried(direction: string, outcome: string): void;
}

interface Budget {
  readonly usedInLastMinute: number;
  /** Requests in line, by priority. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly stoppedForMs: number;
}

/** What operators watch, in Prometheus' form. `feedAgeMs` and `budget` (of requests to Genesys Cloud) are read at each scrape. */
export function createMetrics(parts: { feedAgeMs: () => number; budget: () => Budget }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const outreaches = new Counter({
    name: 'reachback_outreach_total',
    help: 'Outreaches that entered a state.',
    labelNames: ['state'],
    registers: [registry],
  });
  const leftAlone = new Counter({
    name: 'reachback_left_alone_total',
    help: 'Customers left alone when an agent became available, by reason.',
    labelNames: ['reason'],
    registers: [registry],
  });
  const widget = new Counter({
    name: 'reachback_widget_requests_total',
    help: 'Requests of a widget, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const carried = new Counter({
    name: 'reachback_hand_off_messages_total',
    help: 'Messages of hand-offs over the bridge, by direction and by what became of them.',
    labelNames: ['direction', 'outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'reachback_presence_feed_age_seconds',
    help: 'Time since the last notification frame.',
    registers: [registry],
    collect() {
      this.set(parts.feedAgeMs() / 1_000);
    },
  });
  new Gauge({
    name: 'reachback_genesys_requests_last_minute',
    help: 'Requests sent to Genesys Cloud in the last minute; the platform allows 300 by default.',
    registers: [registry],
    collect() {
      this.set(parts.budget().usedInLastMinute);
    },
  });
  new Gauge({
    name: 'reachback_genesys_requests_waiting',
    help: 'Requests to Genesys Cloud that wait for budget, by priority.',
    labelNames: ['priority'],
    registers: [registry],
    collect() {
      for (const [priority, count] of Object.entries(parts.budget().waiting)) this.set({ priority }, count);
    },
  });
  new Gauge({
    name: 'reachback_genesys_stopped_seconds',
    help: 'How long nothing leaves for Genesys Cloud, because it asked to wait.',
    registers: [registry],
    collect() {
      this.set(parts.budget().stoppedForMs / 1_000);
    },
  });
  return {
    registry,
    outreach: (state) => outreaches.inc({ state }),
    leftAlone: (reason) => leftAlone.inc({ reason }),
    widget: (outcome) => widget.inc({ outcome }),
    carried: (direction, outcome) => carried.inc({ direction, outcome }),
  };
}
