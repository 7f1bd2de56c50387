import { isMalformedId } from '../widget/malformed-id.ts';

/** What a row of an export says, whatever it was written in; names as in Sunshine Conversations. */
export type RowFields = Readonly<Record<string, unknown>>;

/** A user of the old system as a row tells of them. */
export interface RowUser {
  /** The id a site's server will vouch for. */
  readonly userId: string;
  /** Another one, of the CRM. */
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** What the row says and a contact has no place for, or not in that form. */
  readonly leftOut: readonly ('phone' | 'locale' | 'signedUpAt' | 'metadata')[];
}

/** Why a row is not imported, in words that follow “line 7:”. */
export interface BadRow {
  readonly reason: string;
}

/** Names of columns and properties, in small letters without underscores, to what they are. */
const spellings: Readonly<Record<string, string>> = {
  userid: 'userId',
  id: 'id',
  externalid: 'externalId',
  givenname: 'givenName',
  firstname: 'givenName',
  surname: 'surname',
  lastname: 'surname',
  email: 'email',
  phone: 'phone',
  locale: 'locale',
  signedupat: 'signedUpAt',
  metadata: 'metadata',
};

const idNames = ['userId', 'externalId', 'id'] as const;

export type IdName = (typeof idNames)[number];

/** The property a column or a JSON property stands for; null: none that is read. `profile.givenName` is `givenName`. Pure. */
export function propertyNamed(written: string): string | null {
  const plain = written
    .trim()
    .replace(/^profile\./i, '')
    .replaceAll(/[_\s-]/g, '')
    .toLowerCase();
  return Object.hasOwn(spellings, plain) ? (spellings[plain] ?? null) : null;
}

/**
 * The user a row is about. The id is `userId` where there is one, else `externalId`, else `id`, unless `idName` says which; `externalId`
 * beside a `userId` is the CRM's. Pure.
 */
export function userOfRow(row: RowFields, idName: IdName | null): RowUser | BadRow {
  const said = readable(row);
  const named = idName ?? idNames.find((name) => said.has(name));
  const userId = named === undefined ? undefined : writtenAs(said.get(named));
  if (named === undefined || userId === undefined) return { reason: 'it has no id of the user' };
  if (userId === null || isMalformedId(userId)) return { reason: `${named} is no id: ${idRule}` };
  const beside = named === 'externalId' ? undefined : writtenAs(said.get('externalId'));
  if (beside === null || (beside !== undefined && isMalformedId(beside)))
    return { reason: `externalId is no id: ${idRule}` };
  const given = textOf(said.get('givenName'));
  const surname = textOf(said.get('surname'));
  if (given === null || surname === null) return { reason: 'a name is not text' };
  const email = textOf(said.get('email'));
  if (email === null || (email !== undefined && !looksLikeMail(email)))
    return { reason: 'email is no e-mail address' };
  const phone = phoneOf(said.get('phone'));
  const name = [given, surname].filter((part) => part !== undefined).join(' ');
  return {
    userId,
    externalId: beside ?? null,
    name: name === '' ? null : name,
    email: email ?? null,
    phone,
    leftOut: [
      ...(said.has('phone') && phone === null ? (['phone'] as const) : []),
      ...(['locale', 'signedUpAt', 'metadata'] as const).filter((each) => said.has(each)),
    ],
  };
}

const idRule = '1 to 255 characters, none of them a control character';

/** By property, without what is empty; of two that mean the same the first. */
function readable(row: RowFields): Map<string, unknown> {
  const said = new Map<string, unknown>();
  const profile = row.profile;
  const flat = [
    ...Object.entries(row),
    ...(typeof profile === 'object' && profile !== null ? Object.entries(profile) : []),
  ];
  for (const [written, value] of flat) {
    const name = propertyNamed(written);
    if (name !== null && !said.has(name) && !isEmpty(value)) said.set(name, value);
  }
  return said;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null;
}

function textOf(value: unknown): string | null | undefined {
  return writtenAs(value)?.trim() ?? (value === undefined ? undefined : null);
}

/**
 * Undefined: nothing is said; null: something is that is no text. A number is taken as it is written; an id keeps its blanks, for the site
 * will vouch for exactly that one.
 */
function writtenAs(value: unknown): string | null | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}

/** Enough to keep what is plainly none from the platform, which would refuse the whole contact. */
function looksLikeMail(text: string): boolean {
  return text.length <= 256 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+$/.test(text);
}

/** In E.164, if it is an international number however it is grouped. */
function phoneOf(value: unknown): string | null {
  const digits =
    textOf(value)
      ?.replaceAll(/[\s().\-/]/g, '')
      .replace(/^00/, '+') ?? '';
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
