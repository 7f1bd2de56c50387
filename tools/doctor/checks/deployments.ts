import type { DeploymentConfig } from '../deployment-config.ts';
import { type Finding, good, problem, warning } from '../finding.ts';
import type { DeploymentListed } from '../list-deployments.ts';

export interface DeploymentSeen {
  readonly id: string;
  /** From the list of deployments, where the OAuth client may see it. */
  readonly listed: DeploymentListed | null;
  readonly config: DeploymentConfig | null;
  /** Customers wrote on it in the last days. */
  readonly used: boolean;
}

const day = 86_400;

/** What each deployment can do, and what of it keeps customers from being reached. Pure. */
export function deployments(seen: readonly DeploymentSeen[]): Finding[] {
  if (seen.length === 0) {
    return [
      warning(
        'deployments',
        'No web deployment was seen: nobody wrote in the last days, and the OAuth client may not list them.',
        'Genesys Admin > Message > Messenger Deployments: check there is one; webDeployments:deployment:view would tell.',
      ),
    ];
  }
  return seen.flatMap(judge);
}

function judge({ id, listed, config, used }: DeploymentSeen): Finding[] {
  const name = listed?.name ?? `Deployment ${id}`;
  const status = listed?.status ?? config?.status ?? null;
  if (status !== null && status !== 'Active') {
    const said = `${name} is ${status.toLowerCase()}: customers who wrote there cannot be reached.`;
    const next = 'Genesys Admin > Message > Messenger Deployments: activate it, or let its customers go.';
    return [
      used
        ? problem('deployments', said, next)
        : good('deployments', `${name} is ${status.toLowerCase()}; nobody wrote there.`),
    ];
  }
  if (config === null) {
    return [
      warning(
        'deployments',
        `${name}: its configuration could not be read.`,
        'Genesys Admin > Message > Messenger Deployments: check it is active and has a published configuration.',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (config.sessionSeconds !== null && config.sessionSeconds < day) {
    findings.push(
      warning(
        'deployments',
        `${name}: guest sessions end ${lasting(config.sessionSeconds)} after the last word, so who left before cannot be reached.`,
        'Genesys Admin > Message > Messenger Configurations: set the session duration to a day or more.',
      ),
    );
  }
  return [...findings, good('deployments', `${name}: ${abilities(config, status)}.`)];
}

function abilities(config: DeploymentConfig, status: string | null): string {
  const { signIn, sessionSeconds, disconnect, clear, cobrowse } = config;
  const onOff = (value: boolean): string => (value ? 'on' : 'off');
  return [
    status === null ? 'status not told' : status.toLowerCase(),
    ...(sessionSeconds === null ? [] : [`sessions last ${lasting(sessionSeconds)}`]),
    ...(signIn === null ? [] : [`sign-in ${onOff(signIn)}`]),
    ...(disconnect === null ? [] : [`conversation disconnect ${disconnect}`]),
    ...(clear === null ? [] : [`clear ${onOff(clear)}`]),
    ...(cobrowse === null ? [] : [`cobrowse ${onOff(cobrowse)}`]),
  ].join(', ');
}

function lasting(seconds: number): string {
  if (seconds < 2 * 3_600) return `${Math.round(seconds / 60)} min`;
  return seconds < 2 * day ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / day)} days`;
}
