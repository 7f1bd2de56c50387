import type { Suite } from './suite.ts';

/** Every suite, in the order they run. */
export const suites: readonly Suite[] = [];
