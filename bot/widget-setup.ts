import { randomBytes } from 'node:crypto';
import { Secret } from '../src/config/secret.ts';
import type { NamedKey, WidgetConfig } from '../src/config/widget-config.ts';
import type { WidgetSetup } from '../src/journeys/widget/create-widget.ts';
import { type KeptKey, keptKeys } from '../src/store/key-file.ts';

/** How often a file of keys is looked at for one that is to be changed. */
const lookMs = 60 * 60_000;

/**
 * The widget's configuration with what only the sandbox knows; null: not set up. In the sandbox the site's secret is made once and kept in
 * `widget-site-keys.json` of the data directory, where an example site finds it.
 */
export function widgetSetup(
  config: WidgetConfig | null,
  {
    sandbox,
    dataDir,
    now,
  }: {
    sandbox: { readonly deploymentId: string; readonly messagingUrl: string } | null;
    dataDir: string;
    now: number;
  },
): WidgetSetup | null {
  if (config === null) return null;
  const deploymentId = config.deploymentId ?? sandbox?.deploymentId;
  const messagingUrl = config.messagingUrl ?? sandbox?.messagingUrl;
  if (deploymentId === undefined || messagingUrl === undefined) return null;
  const needsSecret = sandbox !== null && config.siteSecrets.length === 0 && config.jwksUrl === null;
  const siteSecrets = needsSecret ? kept(dataDir, 'widget-site-keys.json', now) : config.siteSecrets;
  return { ...config, deploymentId, messagingUrl, siteSecrets };
}

/** Our own keys: those of the configuration, else those of the file, changed when it is time. */
export function widgetKeys(
  { keys }: Pick<WidgetConfig, 'keys'>,
  { dataDir, now }: { dataDir: string; now: () => number },
): () => readonly NamedKey[] {
  if (keys.length > 0) return () => keys;
  let read = kept(dataDir, 'widget-keys.json', now());
  let readAt = now();
  return () => {
    if (now() - readAt < lookMs) return read;
    readAt = now();
    read = kept(dataDir, 'widget-keys.json', readAt);
    return read;
  };
}

function kept(dataDir: string, name: string, now: number): NamedKey[] {
  return keptKeys(dataDir, name, now, () => freshKey(now)).map(({ kid, secret }) => ({
    kid,
    key: new Secret(secret),
  }));
}

function freshKey(now: number): KeptKey {
  return { kid: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64url'), madeAt: now };
}
