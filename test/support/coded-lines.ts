/** The error codes in a recording log's lines, in order. */
export function codedLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const { code }: { code?: string } = JSON.parse(line);
    return code === undefined ? [] : [code];
  });
}
