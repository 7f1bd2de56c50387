import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { count, id, text, time } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

const jwt = z.jwt();
export const signedIn = shapeOf<Models.WebDeploymentsAuthorizationResponse>()({ jwt, refreshToken: text });
/** No new refresh token. */
export const refreshed = shapeOf<Models.SignedData>()({ jwt });

/** As captured from a messenger (facts page 10); the SDK's model has no `channel.type`. */
const shown = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  type: z.enum(['Text', 'Structured', 'Receipt', 'Event']),
  text: z.string().exactOptional(),
  content: z.array(z.looseObject({ contentType: text })).exactOptional(),
  events: z.array(z.looseObject({ eventType: text })).exactOptional(),
  direction: z.enum(['Inbound', 'Outbound']),
  originatingEntity: z.enum(['', 'Human', 'Bot']).exactOptional(),
  channel: z.strictObject({
    time,
    messageId: text.exactOptional(),
    type: z.literal('Private').exactOptional(),
    from: z.strictObject({ nickname: text }).exactOptional(),
  }),
  metadata: z.strictObject({ correlationId: id, readOnly: z.enum(['true', 'false']).exactOptional() }),
});
export const history = z.strictObject({
  entities: z.array(shown).min(1),
  pageSize: count,
  pageNumber: count,
  total: count,
  pageCount: count,
});

const switched = z.strictObject({ enabled: z.boolean() });
export const deploymentConfig = z.strictObject({
  id,
  version: text,
  languages: z.array(text),
  defaultLanguage: text,
  apiEndpoint: z.url(),
  messenger: z.strictObject({
    enabled: z.boolean(),
    apps: z.strictObject({
      conversations: z.strictObject({
        messagingEndpoint: z.url({ protocol: /^wss?$/ }),
        sessionDurationSeconds: count,
        showAgentTypingIndicator: z.boolean(),
        showUserTypingIndicator: z.boolean(),
        autoStart: switched,
        conversationDisconnect: z.strictObject({
          enabled: z.boolean(),
          type: z.enum(['Send', 'ReadOnly']),
        }),
        conversationClear: switched,
        notifications: z.strictObject({
          enabled: z.boolean(),
          notificationContentType: z.enum(['IncludeMessagesContent', 'ExcludeMessagesContent']),
        }),
        markdown: switched,
        humanize: switched,
      }),
    }),
    styles: z.strictObject({ primaryColor: text }),
    launcherButton: z.strictObject({ visibility: z.enum(['On', 'Off', 'OnDemand']) }),
    fileUpload: z.strictObject({
      enableAttachments: z.boolean().exactOptional(),
      modes: z.array(z.strictObject({ fileTypes: z.array(text), maxFileSizeKB: count })),
    }),
  }),
  cobrowse: z.strictObject({
    enabled: z.boolean(),
    allowAgentControl: z.boolean(),
    allowAgentNavigation: z.boolean(),
    allowDraw: z.boolean(),
    maskSelectors: z.array(text),
    readonlySelectors: z.array(text),
    channels: z.array(text),
    pauseCriteria: z.array(z.unknown()),
  }),
  journeyEvents: switched,
  status: z.enum(['Active', 'Inactive']),
  auth: z.strictObject({ enabled: z.boolean(), allowSessionUpgrade: z.boolean() }),
});
