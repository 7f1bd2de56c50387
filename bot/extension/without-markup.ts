/**
 * A person's words where a client may read HTML or markdown (the preview of a search result is a thumbnail card): they look the same
 * and mean nothing. That Teams reads markup in previews is *unverified*; in other thumbnail cards it does.
 */
export function withoutMarkup(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('](', ']\u2060(')
    .replaceAll(/[*_`~]/g, '\u2060$&');
}
