/** E-mails are the same in upper and lower case. */
export function isSameMail(known: string | null, said: string): boolean {
  return known !== null && known.toLowerCase() === said.trim().toLowerCase();
}
