/**
 * The text of an HTTP answer; null when it has more than `most` bytes (unpacked): then the rest is not read, so that no other server can fill
 * this program's memory. Throws what the connection throws.
 */
export async function answerText(answer: Response, most: number): Promise<string | null> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    read.push(chunk);
  }
  return Buffer.concat(read).toString('utf8');
}
