import { existsSync } from 'node:fs';
import type { Config } from '../src/config/config.ts';
import { ConfigError } from '../src/config/config-error.ts';
import { readConfig } from '../src/config/read-config.ts';
import { ReachbackError } from '../src/errors/reachback-error.ts';
import { createLog } from '../src/observe/log.ts';
import { openStore } from '../src/store/open-store.ts';
import { readHandOffConfig } from './hand-off/hand-off-config.ts';
import { startSandboxProcess } from './start-sandbox-process.ts';
import { widgetSetup } from './widget-setup.ts';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await run(readConfig(process.env));
} catch (error) {
  if (error instanceof ConfigError)
    console.error(`Reachback cannot start (config.invalid):\n${error.explain()}`);
  else if (error instanceof ReachbackError)
    console.error(
      `Reachback cannot start (${error.code}): ${error.message}\nLikely: ${error.likely}\n${error.next}`,
    );
  else console.error('Reachback cannot start:', error);
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  const log = createLog({
    level: config.logLevel,
    pretty: process.stdout.isTTY,
    write: (line) => process.stdout.write(line),
  });
  // First: a data directory that cannot be used, or is in use, must not cost a sandbox.
  const store = await openStore(
    { databaseUrl: config.databaseUrl?.reveal() ?? null, dataDir: config.dataDir },
    (err) => log.error({ err }, 'left out, and everything else goes on'),
  );
  // The sandbox starts while the Teams libraries load: together they are most of a cold start.
  const [sandbox, { startApp }] = await Promise.all([
    config.genesys === null
      ? startSandboxProcess({ port: config.sandboxPort, dataDir: config.dataDir, botPort: config.port })
      : null,
    import('./app.ts'),
  ]);
  const genesys = config.genesys ?? sandbox?.genesys;
  if (genesys === undefined) throw new ReachbackError('start.sandbox-failed');
  const supervisors = config.supervisors.length > 0 ? config.supervisors : (sandbox?.supervisors ?? []);
  const widget = widgetSetup(config.widget, {
    sandbox: sandbox?.widget ?? null,
    dataDir: config.dataDir,
    now: Date.now(),
  });
  const giveUp = async (cause: unknown): Promise<never> => {
    await sandbox?.stop();
    throw cause;
  };
  const seeded = async () =>
    // Its answers come to our own port, which is not known yet where any will do.
    sandbox === null || config.port === 0 ? [] : sandbox.partners(`http://127.0.0.1:${config.port}`);
  const handOff = await seeded()
    .then((partners) =>
      readHandOffConfig(config, process.env, partners, (err) =>
        log.warn({ err }, 'the key for hand-off tickets cannot be kept: a new one is made at each start'),
      ),
    )
    .catch(giveUp);
  const app = await startApp({ config, genesys, supervisors, widget, handOff, store, log }).catch(giveUp);
  let stopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    await app.stop();
    await sandbox?.stop();
    process.exit(exitCode);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  // Not before it can be stopped: whoever waits for this line may do so at once.
  log.info({ host: config.host, port: app.port }, 'listening');
  if (sandbox === null) return;
  void sandbox.ended.then(() => {
    if (!stopping) log.fatal({ code: 'start.sandbox-failed' }, 'the sandbox ended');
    return stop(1);
  });
  if (config.signIn === null) app.offerSignIn(await sandbox.signInClient(`http://127.0.0.1:${app.port}`));
  await sandbox.registerBot(`http://127.0.0.1:${app.port}/api/messages`);
  await app.connected;
  log.info(`Reachback runs in its sandbox. Open the control room: ${sandbox.baseUrl}/`);
}
