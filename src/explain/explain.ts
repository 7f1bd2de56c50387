import { type CatalogueEntry, catalogue, type ErrorCode, type RetryClass } from '../errors/catalogue.ts';
import type { KnownRefusal, Refusal } from '../errors/refusals/known-refusal.ts';
import { knownRefusals } from '../errors/refusals/known-refusals.ts';
import { candidates } from '../errors/refusals/recognise.ts';
import { codesIn } from './codes-in.ts';
import { correlationIdIn } from './correlation-id-in.ts';
import type { Exchange } from './exchange.ts';
import { jsonIn } from './json-in.ts';
import { permissionsIn } from './permissions-in.ts';
import { readBody } from './read-body.ts';
import { readExchange } from './read-exchange.ts';
import { readText } from './read-text.ts';
import { wordsAlone } from './words-alone.ts';

/** One thing a paste may be. */
export interface Explanation {
  readonly code: ErrorCode;
  readonly meaning: string;
  readonly likely: string;
  readonly next: string;
  readonly retry: RetryClass;
  /** It is this only if the request was one of this path; null: whatever the request was. */
  readonly onlyAt: string | null;
  readonly sources: readonly string[];
  readonly unverified: boolean;
}

export interface Explained {
  /** The closest first; empty when nothing is known that says so. */
  readonly found: readonly Explanation[];
  /** For a support case. */
  readonly correlationId: string | null;
  /** Which the platform says are missing. */
  readonly permissions: readonly string[];
  readonly retryAfterSeconds: number | null;
}

const most = 4;
const longest = 200_000;

/**
 * Explains a pasted error: a body, an answer with its status line and headers, a log line or a code of ours, or plain words.
 * Nothing of the paste is given back but a correlation id, names of permissions and the seconds to wait. Pure.
 */
export function explain(pasted: string): Explained {
  const paste = pasted.slice(0, longest);
  const exchange = readExchange(paste);
  const bodies = jsonIn(paste);
  const codes = codesIn(paste);
  const structured = bodies.flatMap((body) => closest(readBody(body, exchange)));
  const rows = structured.length > 0 ? structured : closest(readText(paste, exchange));
  const named = codes.length > 0 || rows.length > 0 ? codes : wordsAlone(paste);
  const known = named.length > 0 ? named.map(explained) : rows.map((row) => explainedBy(row, exchange.at));
  const found =
    named.length === 0 && isAnyRefusal(rows, exchange) ? [explained('genesys.refused'), ...known] : known;
  return {
    found: found
      .filter(({ code }, index) => found.findIndex((other) => other.code === code) === index)
      .slice(0, most),
    correlationId: correlationIdIn(paste),
    permissions: permissionsIn(paste),
    retryAfterSeconds: exchange.retryAfterSeconds,
  };
}

/** Where all that is known of the platform’s refusal depends on a path nobody told, it most likely is none of that. */
function isAnyRefusal(rows: readonly KnownRefusal[], { at, status = 0 }: Exchange): boolean {
  const platforms = rows.filter(({ by }) => by === 'genesys');
  const byPath = platforms.length > 0 && platforms.every((row) => row.at !== undefined);
  return byPath && at === undefined && status >= 400 && status < 500;
}

/** For each refuser the rows that fit best, those that hold for every path before those of one. */
function closest(refusals: readonly Refusal[]): KnownRefusal[] {
  return refusals.flatMap((refusal) =>
    candidates(refusal).toSorted((one, other) => specific(one) - specific(other)),
  );
  function specific({ at }: KnownRefusal): number {
    return at === undefined ? 0 : 1;
  }
}

function explained(code: ErrorCode): Explanation {
  const rows = knownRefusals.filter((row) => row.code === code);
  const sources = [...new Set(rows.map(({ source }) => source))];
  return {
    ...entryOf(code),
    onlyAt: null,
    sources: sources.length > 0 ? sources : ['this program'],
    unverified: rows.length > 0 && rows.every(({ unverified }) => unverified === true),
  };
}

function explainedBy({ code, at, source, unverified }: KnownRefusal, asked: string | undefined): Explanation {
  return {
    ...entryOf(code),
    onlyAt: asked === undefined && at?.includes('/') === true ? at.replace(/\$$/, '') : null,
    sources: [source],
    unverified: unverified === true,
  };
}

function entryOf(code: ErrorCode) {
  const { meaning, likely, next, retry }: CatalogueEntry = catalogue[code];
  return { code, meaning, likely, next, retry };
}
