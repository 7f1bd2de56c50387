import type { FastifyInstance } from 'fastify';
import { notFound } from '../../platform/platform-error.ts';
import type { Deployment } from '../../world/deployment.ts';
import type { GuestParts } from '../guest-scene.ts';

/** A deployment's configuration, as messengers fetch it from the CDN before they connect. */
export function configRoutes(platform: FastifyInstance, { sandbox }: GuestParts): void {
  platform.get<{ Params: { deploymentId: string } }>(
    '/webdeployments/v1/deployments/:deploymentId/config.json',
    { config: { source: 'facts', unverified: 'how the CDN refuses an unknown deployment' } },
    (request) => {
      for (const { deployments } of sandbox.world.orgs.values()) {
        const deployment = deployments.get(request.params.deploymentId);
        if (deployment !== undefined) return configOf(deployment, sandbox.baseUrl());
      }
      throw notFound('deployment');
    },
  );
}

function configOf({ id, messenger, sessionDurationSeconds }: Deployment, baseUrl: string) {
  const { fileTypes, maxFileSizeKB, auth, status } = messenger;
  return {
    id,
    version: '1',
    languages: ['en-us'],
    defaultLanguage: 'en-us',
    apiEndpoint: baseUrl,
    messenger: {
      enabled: true,
      apps: {
        conversations: {
          messagingEndpoint: baseUrl.replace('http', 'ws'),
          sessionDurationSeconds,
          showAgentTypingIndicator: messenger.showAgentTypingIndicator,
          showUserTypingIndicator: messenger.showUserTypingIndicator,
          autoStart: { enabled: messenger.autoStart },
          conversationDisconnect: messenger.conversationDisconnect,
          conversationClear: { enabled: messenger.conversationClear },
          notifications: { enabled: false, notificationContentType: 'ExcludeMessagesContent' },
          markdown: { enabled: messenger.markdown },
          humanize: { enabled: messenger.humanize },
        },
      },
      styles: { primaryColor: '#1f4e8c' },
      launcherButton: { visibility: 'On' },
      fileUpload: {
        enableAttachments: fileTypes.length > 0,
        modes: fileTypes.length > 0 ? [{ fileTypes, maxFileSizeKB }] : [],
      },
    },
    cobrowse: {
      enabled: messenger.cobrowse.enabled,
      allowAgentControl: messenger.cobrowse.allowAgentControl,
      allowAgentNavigation: false,
      allowDraw: false,
      maskSelectors: [],
      readonlySelectors: [],
      channels: ['Webmessaging'],
      pauseCriteria: [],
    },
    journeyEvents: { enabled: false },
    status,
    auth,
  };
}
