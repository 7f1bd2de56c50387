import type { Endpoint, Permissions } from '../../src/sandbox/platform/endpoint.ts';

const begin = '<!-- npm run endpoint-list writes what follows -->';
const end = '<!-- and up to here -->';

/** The page with its list of endpoints replaced by these. Throws when it has no place for one. Pure. */
export function withEndpointList(page: string, endpoints: readonly Endpoint[]): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no place for the list');
  return `${before}${begin}\n\n${table(endpoints)}\n\n${end}${after}`;
}

function table(endpoints: readonly Endpoint[]): string {
  const rows = endpoints
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method))
    .map((endpoint) => {
      const { method, path, source, permissions, offer, unverified } = endpoint;
      const offered = offer === undefined ? '' : `; offer \`${offer}\``;
      return `| \`${method} ${path}\` | ${source}${offered} | ${permissions ? needs(permissions) : ''} | ${unverified ?? ''} |`;
    });
  return ['| endpoint | source | permissions | unverified |', '|---|---|---|---|', ...rows].join('\n');
}

function needs(permissions: Permissions): string {
  const [names, join] = 'all' in permissions ? [permissions.all, ' and '] : [permissions.any, ' or '];
  const own = permissions.exceptOwn ? ', for other users' : '';
  return `${names.map((name) => `\`${name}\``).join(join)}${own}`;
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
