import { equal } from 'node:assert/strict';
import { messageLink } from '../../../../bot/cards/message-link.ts';

describe('a link to a message in Teams', () => {
  const place = {
    kind: 'channel',
    conversationId: '19:a/b?c@thread.tacv2',
    tenantId: 'tenant 1',
    activityId: '17)',
  } as const;

  it('opens a channel’s message, whatever is in its ids', () => {
    equal(
      messageLink(place),
      'https://teams.microsoft.com/l/message/19%3Aa%2Fb%3Fc%40thread.tacv2/17%29?tenantId=tenant+1&parentMessageId=17%29',
    );
  });

  it('is none for a personal chat', () => {
    equal(messageLink({ ...place, kind: 'personal' }), null);
  });
});
