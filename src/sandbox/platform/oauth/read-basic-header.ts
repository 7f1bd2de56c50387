export interface BasicCredentials {
  readonly id: string;
  readonly secret: string;
}

/** Id and secret of `Authorization: Basic base64(id:secret)`; undefined when the header is missing or not of that form. Pure. */
export function readBasicHeader(header: string | undefined): BasicCredentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
