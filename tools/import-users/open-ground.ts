import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { createGenesys } from '../../src/genesys/genesys.ts';
import type { ContactBook } from '../../src/journeys/widget/contact-book.ts';
import { createContactBook } from '../../src/journeys/widget/contact-book.ts';
import { createExternalSources } from '../../src/journeys/widget/external-sources.ts';
import { createLog } from '../../src/observe/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { sandboxEnv } from '../program/sandbox-env.ts';

export interface ImportGround {
  readonly contacts: ContactBook;
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * The platform and a store for an import. On PostgreSQL the store is the program's, which may run meanwhile and claims ids in the same
 * table. On SQLite it is one of its own in the data directory, so that the program need not stand still for hours. With no Genesys
 * variables the sandbox that runs on SANDBOX_PORT is meant.
 */
export async function openGround(config: Config, perMinute: number): Promise<ImportGround> {
  const env = config.genesys === null ? await sandboxEnv(`http://127.0.0.1:${config.sandboxPort}`) : null;
  const org = env === null ? config.genesys : readConfig(env).genesys;
  if (org === null) throw new TypeError('the sandbox has no credentials');
  const databaseUrl = config.databaseUrl?.reveal() ?? null;
  const dataDir = join(config.dataDir, 'import-users');
  const log = createLog({
    level: 'error',
    pretty: process.stderr.isTTY === true,
    write: (line) => process.stderr.write(line),
  });
  const aloneSince = databaseUrl === null ? systemClock.now() : Number.NEGATIVE_INFINITY;
  const store = await openStore({ databaseUrl, dataDir }, (err) => log.error({ err }, 'left out'));
  const genesys = createGenesys({
    ...org,
    clientSecret: org.clientSecret.reveal(),
    perMinute,
    clock: systemClock,
    log,
  });
  const contacts = createContactBook({
    call: genesys.call,
    table: store.widget,
    sources: createExternalSources({ call: genesys.call, settings: store.settings }),
    createsContacts: true,
    aloneSince,
    clock: systemClock,
    log,
  });
  return {
    contacts,
    store,
    async close() {
      contacts.stop();
      await genesys.stop();
      await store.close();
    },
  };
}
