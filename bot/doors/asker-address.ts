/**
 * Who asked, as far as it can be believed: the address that connected, or what the outermost of our own proxies wrote of it. What stands
 * further left in X-Forwarded-For was written by strangers. Pure.
 */
export function askerAddress(address: string, forwardedFor: string | undefined, proxies: number): string {
  if (proxies === 0) return address;
  const told = (forwardedFor ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return told.at(-proxies) ?? address;
}
