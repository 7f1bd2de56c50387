import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** An outreach entered a state. */
  outreach(state: string): void;
  /** A customer was left alone, for one reason. */
  leftAlone(reason: string): void;
}

/** What operators watch, in Prometheus' form. `feedAgeMs` is read at each scrape. */
export function createMetrics(parts: { feedAgeMs: () => number }): Metrics {
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
  new Gauge({
    name: 'reachback_presence_feed_age_seconds',
    help: 'Time since the last notification frame.',
    registers: [registry],
    collect() {
      this.set(parts.feedAgeMs() / 1_000);
    },
  });
  return {
    registry,
    outreach: (state) => outreaches.inc({ state }),
    leftAlone: (reason) => leftAlone.inc({ reason }),
  };
}
