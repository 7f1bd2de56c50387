/** An agent became available, which the sandbox confirmed: worth one outreach. */
export interface Occasion {
  readonly agentName: string;
  readonly at: number;
}

/** A press of the button that the program answered with the decided card. */
export interface Press {
  readonly key: string;
  readonly verdict: 'approve' | 'decline';
  readonly at: number;
}

/** What the harness itself did. */
export interface Deeds {
  readonly occasions: readonly Occasion[];
  readonly presses: readonly Press[];
  /** Who was free for long, with customers to be had, and led to nothing. */
  readonly overlooked: readonly Occasion[];
}
