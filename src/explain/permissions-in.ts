const told =
  /missing the following permission|at least one of the following permissions|"missingPermissions"/i;
const permission = /\b[a-z][a-zA-Z]{1,39}:[a-z][a-zA-Z]{1,39}:[a-z][a-zA-Z]{1,39}\b/g;

/** The permissions a refusal of the platform says are missing, each once. Pure. */
export function permissionsIn(text: string): string[] {
  const from = text.search(told);
  // The sentence is about a line long: what else is in the paste is not looked at.
  return from < 0 ? [] : [...new Set(text.slice(from, from + 1_000).match(permission))];
}
