import { killsSuite } from './kills/kills-suite.ts';
import type { Suite } from './suite.ts';

/** Every suite, in the order they run. */
export const suites: readonly Suite[] = [killsSuite];
