/** The items of the policy as its card shows and edits them, written as the environment writes them. */
export interface PolicyTexts {
  readonly mode: string;
  readonly quietHours: string;
  readonly timeZone: string;
  readonly contactAgainAfterHours: string;
  readonly approvalMinutes: string;
  readonly cobrowseControl: string;
  readonly text: string;
}

/** `items` null: what was stored cannot be read. Times are epoch milliseconds. */
export interface PolicyChangeView {
  readonly at: number;
  readonly by: string;
  readonly items:
    | readonly { readonly item: keyof PolicyTexts; readonly from: string; readonly to: string }[]
    | null;
}

/** What the card of the policy shows. */
export interface PolicyView {
  readonly revision: number;
  readonly values: PolicyTexts;
  readonly configured: PolicyTexts;
  readonly lastChange: PolicyChangeView | null;
  readonly readable: boolean;
  /** Only then there are buttons. */
  readonly mayChange: boolean;
  /** What came of a press: said above everything else. */
  readonly said: 'changed' | 'unchanged' | 'meanwhile' | null;
  /** Of others since the card was read, newest first. */
  readonly meanwhile: readonly PolicyChangeView[];
}
