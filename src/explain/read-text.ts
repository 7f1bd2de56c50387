import type { KnownRefusal, Refusal, Refuser } from '../errors/refusals/known-refusal.ts';
import { knownRefusals } from '../errors/refusals/known-refusals.ts';
import type { Exchange } from './exchange.ts';

/** A word that is surely somebody's code, not prose: `bad.request`, `invalid_client`, `ECONNRESET`, `MessageSizeTooBig`. */
const codeLike = /[._]|[a-z][A-Z]|^[A-Z]{4,}$|^\d[\dA-Z]{4}$/;

/** Refusals whose code or words a plain text holds. Pure. */
export function readText(paste: string, { at, status }: Exchange): Refusal[] {
  const low = paste.toLowerCase();
  const tokens = new Set(low.match(/[\w.-]+/g)?.map((token) => token.replace(/^[.-]+|[.-]+$/g, '')));
  const found = new Map<Refuser, { says: Set<string>; words: Set<string> }>();
  const of = (row: KnownRefusal) => {
    const known = found.get(row.by) ?? { says: new Set(), words: new Set() };
    found.set(row.by, known);
    return known;
  };
  for (const row of knownRefusals) {
    if (row.words !== undefined && low.includes(row.words)) of(row).words.add(row.words);
    for (const said of row.says ?? []) {
      const plain = said.toLowerCase();
      const named = said.includes(' ') ? low.includes(plain) : codeLike.test(said) && tokens.has(plain);
      if (named) of(row).says.add(said);
    }
  }
  const refusals = [...found].map(
    ([by, { says, words }]): Refusal => ({ by, at, status, says: [...says], words: [...words] }),
  );
  return refusals.length > 0 || status === undefined ? refusals : byStatus(status, at);
}

/** With a status alone: the platform's if a path of its is told, else whoever answers so. */
function byStatus(status: number, at: string | undefined): Refusal[] {
  const platform: Refusal = { by: 'genesys', at, status };
  return at?.includes('/api/v2/') === true ? [platform] : [platform, { by: 'teams', status }];
}
