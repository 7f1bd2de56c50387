import { z } from 'zod';
import type { Org } from '../../world/org.ts';
import type { Api } from '../api.ts';
import { checked } from '../checked.ts';

const minutes = z.int().min(0).max(4320);
const messengers = [
  'apple',
  'facebook',
  'instagram',
  'kakao',
  'line',
  'open',
  'sms',
  'telegram',
  'twitter',
  'webmessaging',
  'whatsapp',
] as const;

const body = z.strictObject({
  id: z.string().optional(),
  settings: z.array(z.strictObject({ messengerType: z.enum(messengers), timeoutInMinutes: minutes })),
  defaultTimeoutMinutes: minutes.optional(),
});

const path = '/api/v2/conversations/messaging/threadingtimeline';

/** How long after a disconnect a message still lands on the same conversation, by messenger, 0–4,320 minutes. */
export function threadingRoutes({ app, sandbox, orgOf }: Api): void {
  app.get(
    path,
    { config: { source: 'SDK 262', permissions: { all: ['conversation:threadingTimeline:view'] } } },
    (request) => timelineView(orgOf(request)),
  );

  app.put(
    path,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['conversation:threadingTimeline:edit'] },
        unverified: 'a messenger that is not named falls back to the default',
      },
    },
    (request) => {
      const { settings, defaultTimeoutMinutes } = checked(body, request.body);
      const org = orgOf(request);
      if (defaultTimeoutMinutes !== undefined) org.rules.defaultThreadingMinutes = defaultTimeoutMinutes;
      org.rules.otherThreading = settings.filter(({ messengerType }) => messengerType !== 'webmessaging');
      org.threadingMinutes =
        settings.find(({ messengerType }) => messengerType === 'webmessaging')?.timeoutInMinutes ??
        org.rules.defaultThreadingMinutes;
      sandbox.changed();
      return timelineView(org);
    },
  );
}

function timelineView({ threadingMinutes, rules }: Org) {
  return {
    settings: [
      { messengerType: 'webmessaging', timeoutInMinutes: threadingMinutes },
      ...rules.otherThreading,
    ],
    defaultTimeoutMinutes: rules.defaultThreadingMinutes,
  };
}
