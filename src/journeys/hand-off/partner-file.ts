import { z } from 'zod';
import { regionHosts } from '../../genesys/region-hosts.ts';
import type { Partner } from './partner.ts';
import { partnerIdShape, readWrittenPartner } from './registering/written-partner.ts';

const file = z.strictObject({ partners: z.array(z.unknown(), { error: 'is not a list' }) });

/** Either the partners, or every problem at once, each a sentence’s rest: “partner southridge: clientSecret is missing”. */
export type ReadPartners =
  | { readonly partners: readonly Partner[] }
  | { readonly problems: readonly [string, ...string[]] };

/**
 * The partner organisations of a file’s text (JSON). A secret may be written as `env:NAME` and is then read from `env`. Values never
 * appear in a problem. Pure.
 */
export function readPartners(text: string, env: Readonly<Record<string, string | undefined>>): ReadPartners {
  const parsed = file.safeParse(parsedJson(text));
  if (!parsed.success) return { problems: ['is no JSON of the form {"partners": […]}'] };
  const problems: string[] = [];
  const partners: Partner[] = [];
  for (const [index, given] of parsed.data.partners.entries()) {
    const whose = `partner ${nameOf(given) ?? index + 1}`;
    const read = readWrittenPartner(given, { env, hostsOf: regionHosts });
    if ('partner' in read) partners.push(read.partner);
    else problems.push(...read.wrong.map(({ field, wrong }) => `${whose}: ${`${field} ${wrong}`.trim()}`));
  }
  for (const key of ['id', 'organisationId'] as const) {
    const seen = new Set<string>();
    for (const partner of partners)
      if (!seen.has(partner[key])) seen.add(partner[key]);
      else problems.push(`partner ${partner.id}: ${key} is that of another partner`);
  }
  const [first, ...more] = problems;
  return first === undefined ? { partners } : { problems: [first, ...more] };
}

function nameOf(given: unknown): string | null {
  const named = z.object({ id: partnerIdShape }).safeParse(given);
  return named.success ? named.data.id : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
