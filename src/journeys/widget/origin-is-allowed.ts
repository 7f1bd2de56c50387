import { isLoopback } from '../../config/is-loopback.ts';

/** Whether a page of this origin, as its browser writes it, may ask. Without one nobody may: browsers always send it here. Pure. */
export function originIsAllowed(
  origin: string | null,
  {
    origins,
    anyLoopbackOrigin,
  }: { readonly origins: readonly string[]; readonly anyLoopbackOrigin: boolean },
): boolean {
  if (origin === null) return false;
  if (origins.includes(origin)) return true;
  if (!anyLoopbackOrigin || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === origin && isLoopback(url.hostname);
}
