/** The platform takes 100 characters of each (*unverified*). */
const most = 100;

/** A whole name as a contact has it: the first word, and the rest. Nothing is made up for who has none. Pure. */
export function nameFields(name: string | null): { firstName?: string; lastName?: string } {
  const [first = '', ...rest] = (name ?? '').split(/\s+/).filter((word) => word !== '');
  const last = rest.join(' ');
  return {
    ...(first === '' ? {} : { firstName: cut(first) }),
    ...(last === '' ? {} : { lastName: cut(last) }),
  };
}

/** No half of a character is left at the end. */
function cut(text: string): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
