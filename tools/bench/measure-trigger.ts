import { setTimeout as pause } from 'node:timers/promises';
import type { RequestEntry } from '../../src/sandbox/log/request-entry.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { noBot } from '../program/no-bot.ts';
import { sandboxControl } from '../program/sandbox-control.ts';
import { sandboxEnv } from '../program/sandbox-env.ts';
import { startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';
import { startRelay } from './start-relay.ts';

export interface TriggerSamples {
  /** Milliseconds from the presence frame to the send request at the sandbox. */
  readonly bot: readonly number[];
  readonly relay: readonly number[];
  /** Presence changes that sent nothing within two seconds; left out of the samples. */
  readonly silent: number;
}

const sendPath = /\/messages\/agentless$|\/messaging\/external-messages$/;

/** Bot and relay take turns, one event each a second, on one sandbox; a new ledger every round, so that customers do not run out. */
export async function measureTrigger(rounds: number): Promise<TriggerSamples> {
  const highResolution = () => performance.timeOrigin + performance.now();
  const sandbox = await startSandbox({
    port: 0,
    botEndpoint: noBot,
    now: highResolution,
    settings: { requestsPerMinute: 0 },
  });
  const { orgs } = await sandboxControl(sandbox.baseUrl).state();
  const [org] = orgs;
  if (org === undefined) throw new Error('the sandbox has no organisation');
  const { clientId, clientSecret } = org;
  const userIds = org.agents.map(({ id }) => id);
  const relay = await startRelay({ apiUrl: sandbox.baseUrl, clientId, clientSecret, userIds });
  const control = sandboxControl(sandbox.baseUrl);
  const env = await sandboxEnv(sandbox.baseUrl);
  const samples: Record<'bot' | 'relay', number[]> = { bot: [], relay: [] };
  let silent = 0;

  async function sample(agentId: string, presence: string, of: 'bot' | 'relay'): Promise<void> {
    let frameAt = 0;
    sandbox.live.once('presence', () => {
      frameAt = highResolution();
    });
    const sent = nextSend();
    await control.setPresence(agentId, presence);
    const at = await sent;
    if (at === null) silent += 1;
    else samples[of].push(at - frameAt);
  }

  /** When the next send request arrives; null when none comes in two seconds. */
  function nextSend(): Promise<number | null> {
    return new Promise((resolve) => {
      const hear = (entry: RequestEntry) => {
        if (sendPath.test(entry.path) && entry.status !== 404) finish(entry.at);
      };
      const timer = setTimeout(() => finish(null), 2_000);
      const finish = (at: number | null) => {
        clearTimeout(timer);
        sandbox.live.off('request', hear);
        resolve(at);
      };
      sandbox.live.on('request', hear);
    });
  }

  for (let round = 0; round < rounds; round += 1) {
    const directory = await temporaryDirectory();
    for (const id of userIds) await control.setPresence(id, 'Meal');
    const program = await startProgram({
      dataDir: directory.path,
      env,
    });
    try {
      for (const id of userIds) {
        await sample(id, 'Busy', 'relay');
        await pause(500);
        await sample(id, 'Available', 'bot');
        await pause(500);
      }
    } finally {
      await program.stop();
      await directory.remove();
    }
  }
  await relay.stop();
  await sandbox.close();
  return { ...samples, silent };
}
