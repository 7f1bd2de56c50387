import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { freePort } from '../../../tools/program/free-port.ts';
import { temporaryDirectory } from '../../../tools/program/temporary-directory.ts';
import { botClient } from '../../support/bot-client.ts';
import { type PlatformGround, startPlatform } from '../../support/sandbox/platform-ground.ts';

/** A sandbox as a bot would find it, and the environment of a doctor who is to examine it. */
export interface DoctorGround extends PlatformGround {
  /** A data directory, removed with the ground. */
  readonly dataDir: string;
  /** What the doctor is told; everything is well with it. */
  readonly env: Readonly<Record<string, string>>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
}

export async function startDoctorGround(options: Partial<SandboxOptions> = {}): Promise<DoctorGround> {
  const ground = await startPlatform({ strict: true, ...options });
  const { path: dataDir, remove } = await temporaryDirectory();
  const { clientId, clientSecret } = botClient(ground.org);
  return {
    ...ground,
    dataDir,
    env: {
      GENESYS_API_URL: ground.url,
      GENESYS_LOGIN_URL: ground.url,
      GENESYS_CLIENT_ID: clientId,
      GENESYS_CLIENT_SECRET: clientSecret,
      TEAMS_AUTH: 'off',
      SUPERVISORS: 'sam.porter@northwind.example',
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    async control(method, path, body) {
      const answer = await fetch(`${ground.url}/sandbox/v1${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
      return answer.json();
    },
    async close() {
      await ground.close();
      await remove();
    },
  };
}
