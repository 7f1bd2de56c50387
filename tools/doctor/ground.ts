import { type Clock, systemClock } from '../../src/clock.ts';
import type { Config, GenesysConfig } from '../../src/config/config.ts';
import { isLoopback } from '../../src/config/is-loopback.ts';
import { type AccessToken, createAccessToken } from '../../src/genesys/access-token.ts';
import { createBudgetMeter } from '../../src/genesys/budget-meter.ts';
import { createPlatformCall, type PlatformCall } from '../../src/genesys/platform-call.ts';
import { createPlatformHttp, type PlatformHttp } from '../../src/genesys/platform-http.ts';
import { createLog } from '../../src/observe/log.ts';
import { type AnswerNotes, noteAnswers } from './note-answers.ts';

/** What every check may use. */
export interface Ground {
  readonly config: Config;
  /** The organisation examined: the configured one, or that of the sandbox started for the occasion. */
  readonly genesys: GenesysConfig;
  readonly supervisors: readonly string[];
  /** Whether that organisation is a real one: mistakes then cost more. */
  readonly production: boolean;
  readonly call: PlatformCall;
  /** Another organisation's API, asked as patiently; its answers are not noted. */
  readonly callAt: (other: GenesysConfig) => PlatformCall;
  readonly token: AccessToken;
  readonly http: PlatformHttp;
  readonly notes: AnswerNotes;
  readonly clock: Clock;
  close(): void;
}

/** For one exchange; each check has its own limit above this. */
const patienceMs = 3_000;

/** The product's own clients, asking once instead of again and again: a doctor says what is now. */
export function createGround(config: Config, genesys: GenesysConfig, supervisors: readonly string[]): Ground {
  const clock = systemClock;
  const log = createLog({ level: 'silent', pretty: false, write: () => {} });
  const platformHttp = createPlatformHttp();
  const { http, notes } = noteAnswers(platformHttp, clock);
  const budget = createBudgetMeter({ clock });
  const { apiUrl, loginUrl, clientId } = genesys;
  const clientSecret = genesys.clientSecret.reveal();
  const token = createAccessToken({ loginUrl, clientId, clientSecret, http, clock, log });
  const settings = { tries: 1, timeoutMs: patienceMs };
  function callAt(other: GenesysConfig): PlatformCall {
    const parts = { apiUrl: other.apiUrl, http: platformHttp, clock, log };
    const theirs = createAccessToken({ ...other, ...parts, clientSecret: other.clientSecret.reveal() });
    return createPlatformCall({ ...parts, token: theirs, budget, settings });
  }
  return {
    config,
    genesys,
    supervisors,
    production: !isLoopback(new URL(apiUrl).hostname),
    call: createPlatformCall({ apiUrl, token, budget, http, clock, log, settings }),
    callAt,
    token,
    http,
    notes,
    clock,
    close() {
      budget.close();
      platformHttp.close();
    },
  };
}
