import type { Logger } from 'pino';
import type { Clock } from '../../../clock.ts';
import { catalogue } from '../../../errors/catalogue.ts';
import type { PartnerTable } from '../../../store/shapes/partner-table.ts';
import { createSweep } from '../../../sweep.ts';
import type { Partner } from '../partner.ts';
import type { RegisteringGround } from './registered-partner.ts';
import { type Registration, resolvePartners } from './resolve-partners.ts';

/** Which partners there are this moment: those of the file, and those supervisors registered in Teams. */
export interface PartnerRegistry {
  /** Whom conversations are handed to, and whose tickets are taken. */
  all(): readonly Partner[];
  /** Those taken out in Teams and those set aside, too: what is under way with them goes on to its end. */
  known(): readonly Partner[];
  ofFile(): readonly Partner[];
  /** Registered in Teams, those taken out and those that cannot be used with them; oldest change first. */
  registrations(): readonly Registration[];
  /** The newest change taken in; 0: none. */
  seen(): number;
  /** Whether there is or was one: only then there is any work. */
  isUsed(): boolean;
  /** Reads what is kept, if it changed. Throws what the store throws. */
  refresh(): Promise<void>;
  /** From here on another instance’s changes are seen within seconds. */
  start(): void;
  stop(): Promise<void>;
}

const lookEveryMs = 3_000;

export function createPartnerRegistry(parts: {
  ofFile: readonly Partner[];
  table: Pick<PartnerTable, 'newest' | 'standing'>;
  ground: RegisteringGround;
  /** Partners came, changed or went. Must not throw. */
  changed: () => void;
  clock: Clock;
  log: Logger;
}): PartnerRegistry {
  const { ofFile, table, ground, changed, clock, log } = parts;
  let seen = 0;
  let registrations: readonly Registration[] = [];
  let all = ofFile;
  let known = ofFile;
  const told = new Set<string>();
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const newest = await table.newest();
    if (newest === seen) return;
    const standing = await table.standing();
    registrations = resolvePartners(ofFile, standing, ground);
    const usable = (more: boolean): Partner[] =>
      registrations.flatMap(({ partner, removed, code }) =>
        partner !== null && (more || (!removed && code === null)) ? [partner] : [],
      );
    all = [...ofFile, ...usable(false)];
    known = [...all, ...usable(true).filter(({ id }) => !all.some((each) => each.id === id))];
    seen = standing.at(-1)?.revision ?? newest;
    for (const { id, revision, code } of registrations) {
      if (code === null || told.has(`${revision} ${code}`)) continue;
      told.add(`${revision} ${code}`);
      log.error({ code, partnerId: id }, catalogue[code].meaning);
    }
    changed();
  }

  /** One after the other: an older look must not undo a newer one. */
  function refresh(): Promise<void> {
    reading = reading.catch(() => {}).then(read);
    return reading;
  }

  const sweep = createSweep({ name: 'partners', everyMs: lookEveryMs, work: refresh, clock, log });
  return {
    all: () => all,
    known: () => known,
    ofFile: () => ofFile,
    registrations: () => registrations,
    seen: () => seen,
    isUsed: () => ofFile.length > 0 || registrations.length > 0,
    refresh,
    start: sweep.start,
    stop: sweep.stop,
  };
}
