/** One proposal on a card that several share, as the data of its buttons. */
export interface BurstSeen {
  readonly burstId: string;
  readonly outreachId: string;
}

const details = /"verb":"burst\.details","data":\{"burstId":"([^"]+)","outreachId":"([^"]+)"\}/g;

/** The proposals a posted card shares; none for any other card. */
export function burstSeen(activity: unknown): BurstSeen[] {
  return [...(JSON.stringify(activity) ?? '').matchAll(details)].map(([, burstId = '', outreachId = '']) => ({
    burstId,
    outreachId,
  }));
}
