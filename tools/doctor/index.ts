import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandboxProcess } from '../../bot/start-sandbox-process.ts';
import type { Config } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { answerHelp } from '../answer-help.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { createGround } from './ground.ts';
import { printFindings } from './print-findings.ts';

const usage = `Usage: npm run doctor -- [--json]
Looks at the configuration of .env and the environment, and at the organisation or, without one, at a sandbox of its own.
Ends with 0: nothing to mend · 1: problems, each with its fix · 2: the doctor itself failed, or was asked something else`;

const exitCodes = { well: 0, problems: 1, failedItself: 2 } as const;

/** Nothing listens there, so the sandbox of the doctor never speaks to a bot that happens to run. */
const nobodysPort = 9;

answerHelp(usage);
const json = isJsonAsked();
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { about, findings } = await diagnose();
  const ok = findings.every(({ level }) => level !== 'problem');
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  const text = json ? JSON.stringify({ ok, findings }) : `${about}\n${printFindings(findings, colour)}`;
  // Whatever still hangs on a silent host is not waited for.
  process.stdout.write(`${text}\n`, () => process.exit(ok ? exitCodes.well : exitCodes.problems));
} catch (error) {
  console.error('The doctor itself failed:', error instanceof Error ? error.message : error);
  process.exit(exitCodes.failedItself);
}

function isJsonAsked(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(exitCodes.failedItself);
  }
}

async function diagnose(): Promise<{ about: string; findings: readonly Finding[] }> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.problems.map(({ variable, wrong, fix }): Finding => {
      return {
        check: 'config',
        level: 'problem',
        code: 'config.invalid',
        said: `${variable} ${wrong}.`,
        next: fix,
      };
    });
    return { about: 'Reachback cannot start with this configuration; nothing else was looked at.', findings };
  }
  if (config.genesys === null) return inSandbox(config);
  const ground = createGround(config, config.genesys, config.supervisors);
  try {
    return { about: `Reachback at ${config.genesys.apiUrl}`, findings: await examine(ground) };
  } finally {
    ground.close();
  }
}

/** With no Genesys variable set there is only the sandbox to look at: one of its own, gone afterwards. */
async function inSandbox(config: Config): Promise<{ about: string; findings: readonly Finding[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'reachback-doctor-'));
  try {
    const sandbox = await startSandboxProcess({ port: 0, dataDir: directory, botPort: nobodysPort });
    const supervisors = config.supervisors.length > 0 ? config.supervisors : sandbox.supervisors;
    const ground = createGround(config, sandbox.genesys, supervisors);
    try {
      const about =
        'No GENESYS variable is set: this is about a sandbox started for the occasion, not about an organisation.';
      return { about, findings: await examine(ground) };
    } finally {
      ground.close();
      await sandbox.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
