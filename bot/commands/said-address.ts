/** An e-mail address as it was said: Teams writes one as a link, of which only the text is left, sometimes in brackets. */
export function saidAddress(rest: string): string {
  return rest.trim().replaceAll(/^[<("“]+|[>)".,”]+$/g, '');
}
