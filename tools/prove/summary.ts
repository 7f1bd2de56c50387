/** What the last line of `npm run prove -- --json` says; null where the suite did not run. */
export interface Summary {
  /** Times the program was ended by SIGKILL. */
  readonly kills: number;
  /** Messages a customer got beyond the one that was promised. */
  readonly duplicates: number;
  /** Approved outreaches of which nobody was told an end. */
  readonly lost: number;
  /** Outreaches somebody saw as unknown, or was asked about. */
  readonly unknown: number;
  /** Of those, how many were neither settled nor shown to a person in time. */
  readonly unsettled: number;
  readonly socketFaults: number;
  /** Agents whose presence differed from the platform's after catching up. */
  readonly wrongPresence: number;
  readonly throttled: Throttled | null;
  readonly malformed: Malformed | null;
  readonly firstTokens: FirstTokens | null;
  readonly forgeries: Forgeries | null;
  readonly handOffs: HandOffsCarried | null;
  readonly seeds: readonly string[];
}

interface Throttled {
  readonly dropped: number;
  readonly earlyCalls: number;
  /** Time taken by the time the limit leaves at the least. */
  readonly drainRatio: number;
}

interface HandOffsCarried {
  readonly tried: number;
  /** Messages of either side. */
  readonly lost: number;
  readonly doubled: number;
  /** Hand-offs. */
  readonly disordered: number;
}

interface Malformed {
  readonly tried: number;
  readonly crashes: number;
}

interface FirstTokens {
  readonly requests: number;
  readonly users: number;
  readonly contacts: number;
}

interface Forgeries {
  readonly tried: number;
  readonly accepted: number;
}

/** The figures of several suites together. */
export function summaryOf(
  parts: readonly Partial<Omit<Summary, 'seeds'>>[],
  seeds: readonly string[],
): Summary {
  const sum = (of: (part: Partial<Summary>) => number | undefined) =>
    parts.reduce((total, part) => total + (of(part) ?? 0), 0);
  return {
    kills: sum(({ kills }) => kills),
    duplicates: sum(({ duplicates }) => duplicates),
    lost: sum(({ lost }) => lost),
    unknown: sum(({ unknown }) => unknown),
    unsettled: sum(({ unsettled }) => unsettled),
    socketFaults: sum(({ socketFaults }) => socketFaults),
    wrongPresence: sum(({ wrongPresence }) => wrongPresence),
    throttled: parts.find(({ throttled }) => throttled)?.throttled ?? null,
    malformed: parts.find(({ malformed }) => malformed)?.malformed ?? null,
    firstTokens: parts.find(({ firstTokens }) => firstTokens)?.firstTokens ?? null,
    forgeries: parts.find(({ forgeries }) => forgeries)?.forgeries ?? null,
    handOffs: parts.find(({ handOffs }) => handOffs)?.handOffs ?? null,
    seeds,
  };
}
