import { diskSuite } from './disk/disk-suite.ts';
import { firstTokensSuite } from './first-tokens/first-tokens-suite.ts';
import { forgeriesSuite } from './forgeries/forgeries-suite.ts';
import { handOffsSuite } from './hand-offs/hand-offs-suite.ts';
import { killsSuite } from './kills/kills-suite.ts';
import { lostAnswersSuite } from './lost-answers/lost-answers-suite.ts';
import { malformedSuite } from './malformed/malformed-suite.ts';
import { socketsSuite } from './sockets/sockets-suite.ts';
import { stormSuite } from './storm/storm-suite.ts';
import type { Suite } from './suite.ts';
import { twoProcessesSuite } from './two-processes/two-processes-suite.ts';

/** Every suite, in the order they run. */
export const suites: readonly Suite[] = [
  killsSuite,
  lostAnswersSuite,
  socketsSuite,
  stormSuite,
  malformedSuite,
  diskSuite,
  twoProcessesSuite,
  handOffsSuite,
  firstTokensSuite,
  forgeriesSuite,
];
