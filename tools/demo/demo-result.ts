import type { DemoOutreach } from './report-outreach.ts';

/** What a journey of the demo ends with. */
export interface DemoResult {
  readonly report: { readonly journey: string; readonly outreaches: readonly DemoOutreach[] };
  /** Everything that was not as it should be; empty: each customer really got it. */
  readonly problems: readonly string[];
  /** What may be said when there are none; unless told that each customer got the message. */
  readonly done?: string;
}
