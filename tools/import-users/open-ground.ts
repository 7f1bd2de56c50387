import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { ownOrganisation } from '../../src/genesys/endpoints/own-organisation.ts';
import { createGenesys } from '../../src/genesys/genesys.ts';
import type { ContactBook } from '../../src/journeys/widget/contact-book.ts';
import { createContactBook } from '../../src/journeys/widget/contact-book.ts';
import { createExternalSources } from '../../src/journeys/widget/external-sources.ts';
import { createLog } from '../../src/observe/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SettingTable } from '../../src/store/shapes/setting-table.ts';
import { sandboxEnv } from '../program/sandbox-env.ts';

export interface ImportGround {
  readonly organisation: { readonly id: string; readonly name: string | null };
  readonly contacts: ContactBook;
  readonly settings: SettingTable;
  close(): Promise<void>;
}

/**
 * The platform and a store for an import. On PostgreSQL the store is the program's, which may run meanwhile and claims ids in the same
 * table. On SQLite it is one of its own for each organisation in the data directory, so that the program need not stand still for hours.
 * With no Genesys variables the sandbox that runs on SANDBOX_PORT is meant. Throws what the platform and the store throw.
 */
export async function openGround(config: Config, perMinute: number): Promise<ImportGround> {
  const env = config.genesys === null ? await sandboxEnv(`http://127.0.0.1:${config.sandboxPort}`) : null;
  const org = env === null ? config.genesys : readConfig(env).genesys;
  if (org === null) throw new TypeError('the sandbox has no credentials');
  const log = createLog({
    level: 'error',
    pretty: process.stderr.isTTY === true,
    write: (line) => process.stderr.write(line),
  });
  const { call, stop } = createGenesys({
    ...org,
    clientSecret: org.clientSecret.reveal(),
    perMinute,
    clock: systemClock,
    log,
  });
  try {
    const organisation = await ownOrganisation(call);
    const databaseUrl = config.databaseUrl?.reveal() ?? null;
    const dataDir = join(config.dataDir, 'import-users', organisation.id.replaceAll(/[^\w-]/g, '_'));
    const store = await openStore({ databaseUrl, dataDir }, (err) => log.error({ err }, 'left out'));
    const contacts = createContactBook({
      call,
      table: store.widget,
      sources: createExternalSources({ call, settings: store.settings }),
      createsContacts: true,
      aloneSince: databaseUrl === null ? systemClock.now() : Number.NEGATIVE_INFINITY,
      clock: systemClock,
      log,
    });
    return {
      organisation,
      contacts,
      settings: store.settings,
      async close() {
        contacts.stop();
        await stop();
        await store.close();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
