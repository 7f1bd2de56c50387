import { existsSync, readFileSync } from 'node:fs';
import type { KillPlan } from './kill-plan.ts';

type StepPlan = KillPlan & { kind: 'step' };

/** The steps more often come again the same: the first ones of each are tried. */
const mostOfAKind = 2;

/** Every step a file of steps names, as a plan to kill there: from the start, and from the signal on. */
export function listSteps(file: string): StepPlan[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const counts = new Map<string, number>();
  const plans: StepPlan[] = [];
  const inEveryStart = new Set(lines.filter((line) => !line.startsWith('*')));
  for (const line of lines) {
    const nth = (counts.get(line) ?? 0) + 1;
    counts.set(line, nth);
    if (nth > mostOfAKind) continue;
    const signalled = line.startsWith('*');
    const step = signalled ? line.slice(1) : line;
    // What only work brings about may come before the signal: the next life takes up what was left.
    const from = signalled && inEveryStart.has(step) ? 'signal' : 'start';
    plans.push({ kind: 'step', step, nth, from });
  }
  return plans;
}
