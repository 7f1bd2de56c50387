import { Temporal } from 'temporal-polyfill';

/** Whose clock is meant when nothing else is said, and whose when somebody says "my time": IANA names. */
export interface Zones {
  readonly customer: string;
  readonly asker: string;
}

const ofCustomer =
  / (?:in )?(?:the )?(?:customer(?:[’']?s)?(?: own)? (?:time|zone)|kundenzeit|zeit des kunden)$/;
const ofAsker = / (?:in )?(?:my (?:own )?(?:time|zone)|meine[r]? zeit)$/;
const named = / (?:in )?(utc|gmt|[a-z]+(?:\/[a-z0-9_+-]+){1,2})$/;

/** Takes the zone off the end of a time: whose clock, and what is left. A zone nobody knows is left where it stands. */
export function readZone(text: string, zones: Zones): { rest: string; timeZone: string } {
  if (ofCustomer.test(text)) return { rest: text.replace(ofCustomer, ''), timeZone: zones.customer };
  if (ofAsker.test(text)) return { rest: text.replace(ofAsker, ''), timeZone: zones.asker };
  const canonical = canonicalZone(named.exec(text)?.[1]);
  return canonical === null
    ? { rest: text, timeZone: zones.customer }
    : { rest: text.replace(named, ''), timeZone: canonical };
}

/** The name as the IANA database spells it; null where it has none such. */
function canonicalZone(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}
