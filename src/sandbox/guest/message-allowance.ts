/** Platform limit since 2023-12: messages a session may send in a second. */
const perSecond = 2;

/** Counts the messages of each session; the returned function takes one, or says how many seconds to wait. */
export function createMessageAllowance(now: () => number): (token: string) => number {
  let sent = new Map<string, number[]>();
  let sweptAt = now();
  return (token) => {
    const at = now();
    if (at - sweptAt > 60_000) {
      sent = new Map([...sent].filter(([, times]) => at - (times.at(-1) ?? 0) < 1000));
      sweptAt = at;
    }
    const recent = (sent.get(token) ?? []).filter((each) => at - each < 1000);
    if (recent.length >= perSecond) return 1;
    sent.set(token, [...recent, at]);
    return 0;
  };
}
