import { type NoticeView, noticeCard } from '../cards/notice-card.ts';
import type { Locale } from '../locales/words.ts';
import type { Reply } from '../teams/teams-port.ts';

/** A notice card as the answer to a command. */
export function noticeReply(view: NoticeView, locale: Locale): Reply {
  return { kind: 'card', card: noticeCard(view, locale), summary: view.title };
}
