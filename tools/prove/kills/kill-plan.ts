/** How one life is to end. */
export type KillPlan =
  | {
      readonly kind: 'step';
      readonly step: string;
      readonly nth: number;
      /** `signal`: counted from when the program was ready and there was something to do. */
      readonly from: 'start' | 'signal';
    }
  /** Milliseconds after the program was started, or after it was ready. */
  | { readonly kind: 'moment'; readonly from: 'start' | 'ready'; readonly ms: number };

/** As it is shown to people. */
export function planWords(plan: KillPlan): string {
  if (plan.kind === 'moment') return `${plan.ms} ms after ${plan.from === 'start' ? 'the start' : 'ready'}`;
  return `${plan.step} (${plan.nth}${plan.from === 'start' ? ' from the start' : ''})`;
}
