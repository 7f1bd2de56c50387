/** A whole message that means "do not write to me again", in the languages we speak. */
const stopWords = new Set([
  'stop',
  'unsubscribe',
  'opt out',
  'no more messages',
  'stopp',
  'abmelden',
  'arrêter',
  'désabonner',
  'parar',
  'baja',
  '停止',
  '配信停止',
]);

/** Does the customer tell us to stop? Only a message that is nothing else counts, whatever signs stand around it. */
export function isOptOut(text: string): boolean {
  return stopWords.has(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
  );
}
