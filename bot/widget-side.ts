import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import type { Genesys } from '../src/genesys/genesys.ts';
import { createWidget, type WidgetSetup } from '../src/journeys/widget/create-widget.ts';
import type { Store } from '../src/store/store.ts';
import type { Door } from './door.ts';
import { widgetDoors } from './doors/widget-doors.ts';
import { widgetKeys } from './widget-setup.ts';

export interface WidgetSide {
  readonly doors: readonly Door[];
  start(): void;
  stop(): Promise<void>;
}

/** The backend of a widget of one's own with its doors; nothing at all when it is not set up. */
export function createWidgetSide(parts: {
  setup: WidgetSetup | null;
  dataDir: string;
  apiUrl: string;
  genesys: Genesys;
  store: Store;
  counted: (outcome: string) => void;
  clock: Clock;
  log: Logger;
}): WidgetSide {
  const { setup, dataDir, apiUrl, genesys, store, counted, clock, log } = parts;
  if (setup === null) return { doors: [], start() {}, async stop() {} };
  const keys = widgetKeys(setup, { dataDir, now: clock.now });
  const { journeys, start, stop } = createWidget({ setup, keys, apiUrl, genesys, store, clock, log });
  return { doors: widgetDoors({ journeys, proxies: setup.proxies, counted, clock, log }), start, stop };
}
