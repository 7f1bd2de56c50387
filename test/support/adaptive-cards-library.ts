import { createRequire } from 'node:module';

/** The reference implementation of Adaptive Cards. Its ES entry cannot be loaded by Node, its bundle can. */
export const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);
