/** Platform limit since 2023-12: messages a session may send in a second. */
const perSecond = 2;

/** Counts the messages of each session; the returned function takes one, or says how many seconds to wait. */
export function createMessageAllowance(now: () => number): (token: string) => number {
  const sent = new Map<string, number[]>();
  return (token) => {
    const recent = (sent.get(token) ?? []).filter((at) => now() - at < 1000);
    if (recent.length >= perSecond) return 1;
    sent.set(token, [...recent, now()]);
    return 0;
  };
}
