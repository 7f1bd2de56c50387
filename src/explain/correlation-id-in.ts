const named =
  /(?:inin-correlation-id|contextid|correlationid)["']?\s*[:=]\s*["']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/i;

/** The platform's id of an exchange, where the text calls it so; null otherwise. Pure. */
export function correlationIdIn(text: string): string | null {
  return named.exec(text)?.[1] ?? null;
}
