import { isIPv6 } from 'node:net';

/**
 * Who asked, as far as it can be believed: the address that connected, or what the outermost of our own proxies wrote of it. What stands
 * further left in X-Forwarded-For was written by strangers. Without a port, which some proxies add and which is another each time; of IPv6
 * the network, within which anybody has addresses without end. Pure.
 */
export function askerAddress(address: string, forwardedFor: string | undefined, proxies: number): string {
  if (proxies === 0) return asker(address);
  const told = (forwardedFor ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return asker(told.at(-proxies) ?? address);
}

function asker(written: string): string {
  const [, bracketed, bare] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(written) ?? [];
  const address = (bracketed ?? bare ?? written).replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string | undefined) => (text ?? '').split(':').filter((group) => group !== '');
  const [first, last] = [groups(head), groups(tail)];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: gap }, () => '0'), ...last];
  const plain = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${plain.join(':')}::/64`;
}
