import type { FormProblem } from './form-problem.ts';
import {
  longestOf,
  type PartnerField,
  type PartnerForm,
  partnerFields,
  secretFields,
} from './partner-form.ts';
import { partnerVariable } from './partner-variable.ts';
import { arrivesAs } from './written-partner.ts';

/** A form as the file would write it, what is wrong with it before that is read, and what of it may be shown again. */
export interface FromForm {
  readonly written: Readonly<Record<string, unknown>>;
  readonly problems: readonly FormProblem[];
  /** Without what may be a secret. */
  readonly shown: PartnerForm;
}

const channelLink = /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/channel\/([^/?#]+)/;
const privateKeyParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Reads what people typed. A secret that was typed goes no further than this. Pure. */
export function writtenFromForm(form: PartnerForm): FromForm {
  const problems: FormProblem[] = [];
  const shown: Record<PartnerField, string> = { ...form };
  const typed = { ...form };
  for (const field of partnerFields) {
    typed[field] = form[field].replaceAll('\r\n', '\n').trim();
    shown[field] = typed[field];
    if (typed[field].length > longestOf[field])
      refuse(field, 'handoff.partner-malformed', `has more than ${longestOf[field]} characters`);
  }
  const secrets = secretFields.flatMap((field): [string, string][] => {
    const name = typed[field].replace(/^env:/, '');
    if (name === '') return [];
    if (partnerVariable.test(name)) {
      shown[field] = name;
      return [[field, `env:${name}`]];
    }
    refuse(field, 'handoff.partner-secret-typed', null);
    return [];
  });
  const optional = (['integrationId', 'ticketUrl'] as const).flatMap((field): [string, string][] =>
    typed[field] === '' ? [] : [[field, typed[field]]],
  );
  const channel = channelOf(typed.teamsConversation);
  const limit = typed.limitMinutes;
  const written = {
    id: typed.id,
    name: typed.name,
    organisationId: typed.organisationId,
    region: typed.region,
    clientId: typed.clientId,
    contract: typed.contract,
    ...Object.fromEntries([...secrets, ...optional]),
    queues: listOf(typed.queues, /\n/),
    ...channelTypes(),
    ...trustKeys(),
    ...(channel === '' ? {} : { teamsConversation: channel }),
    ...(limit === '' ? {} : { limitMinutes: /^\d+$/.test(limit) ? Number(limit) : limit }),
  };
  return { written, problems, shown };

  /** What is refused here is no further looked at. */
  function refuse(field: PartnerField, code: FormProblem['code'], wrong: string | null): void {
    if (!problems.some((each) => each.field === field)) problems.push({ field, code, wrong });
    typed[field] = '';
    shown[field] = '';
  }

  function channelTypes(): { channelTypes?: Record<string, string> } {
    const types = listOf(typed.channelTypes, /[\n,;]/);
    if (types.length === 0) return {};
    if (!types.every((type) => /^[a-z][\w-]{0,39}$/i.test(type))) {
      problems.push({
        field: 'channelTypes',
        code: 'handoff.partner-malformed',
        wrong: 'is no list of channel types',
      });
      return {};
    }
    const target = arrivesAs(typed.contract === 'field' ? 'field' : 'bridge');
    return { channelTypes: Object.fromEntries(types.map((type) => [type, target])) };
  }

  function trustKeys(): { trustKeys?: unknown } {
    if (typed.trustKeys === '') return {};
    const keys = parsedJson(typed.trustKeys);
    if (keys === undefined) refuse('trustKeys', 'handoff.partner-malformed', 'is no JSON');
    else if (hasPrivate(keys)) refuse('trustKeys', 'handoff.partner-key-private', null);
    else return { trustKeys: keys };
    return {};
  }
}

function listOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A channel’s id out of its link, as Teams copies it; anything else as it is. */
function channelOf(text: string): string {
  const linked = channelLink.exec(text)?.[1];
  if (linked === undefined) return text;
  try {
    return decodeURIComponent(linked);
  } catch {
    return text;
  }
}

function hasPrivate(value: unknown): boolean {
  // One in another form, put between quotation marks.
  if (typeof value === 'string') return /PRIVATE KEY|"d"\s*:/.test(value);
  if (Array.isArray(value)) return value.some(hasPrivate);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => privateKeyParts.includes(name) || hasPrivate(each));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
