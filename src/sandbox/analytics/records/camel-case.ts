/** `session.expired` → `sessionExpired`, `transfer.noanswer` → `noAnswerTransfer`. */
export function camelCase(disconnectType: string): string {
  if (disconnectType === 'transfer.noanswer') return 'noAnswerTransfer';
  return disconnectType.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}
