import { isCaseOf } from '../../errors/is-case-of.ts';
import { ReachbackError } from '../../errors/reachback-error.ts';
import { createExternalSource } from '../../genesys/endpoints/create-external-source.ts';
import { findExternalSource } from '../../genesys/endpoints/find-external-source.ts';
import type { PlatformCall } from '../../genesys/platform-call.ts';
import type { SettingTable } from '../../store/shapes/setting-table.ts';

/** The ids the platform gave external sources, by their names. */
export interface ExternalSources {
  /** Found, or made if there is none. Throws what the platform throws. */
  idOf(name: string): Promise<string>;
  /** The platform does not know these ids any more: they are asked for anew. */
  forget(): Promise<void>;
}

/**
 * Asked for once and remembered; made once, however many ask at the same time. Where the platform lets two instances each make one of a name (that it
 * does not is *unverified*), both use the one that was written down first: an id in the other would be nobody's.
 */
export function createExternalSources(parts: {
  call: PlatformCall;
  settings: SettingTable;
}): ExternalSources {
  const { call, settings } = parts;
  const asked = new Map<string, Promise<string>>();
  const keyOf = (name: string) => `external-source:${name.toLowerCase()}`;

  async function find(name: string): Promise<string> {
    const remembered = await settings.get(keyOf(name));
    if (remembered !== null) return remembered;
    const id = (await findExternalSource(call, name)) ?? (await make(name));
    if (await settings.swap(keyOf(name), null, id)) return id;
    return (await settings.get(keyOf(name))) ?? id;
  }

  async function make(name: string): Promise<string> {
    try {
      return await createExternalSource(call, name);
    } catch (error) {
      // Somebody else was quicker.
      if (!(error instanceof ReachbackError) || !isCaseOf(error.code, 'genesys.request.conflict'))
        throw error;
      const found = await findExternalSource(call, name);
      if (found === null) throw error;
      return found;
    }
  }

  return {
    idOf(name) {
      const known = asked.get(name);
      if (known !== undefined) return known;
      const asking = find(name).catch((error: unknown) => {
        asked.delete(name);
        throw error;
      });
      asked.set(name, asking);
      return asking;
    },
    async forget() {
      const names = [...asked.keys()];
      asked.clear();
      for (const name of names) await settings.remove(keyOf(name));
    },
  };
}
