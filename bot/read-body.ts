/** The bytes of a request; null when there are more than `most`: then the rest is not read. */
export async function readBody(request: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > most) return null;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
