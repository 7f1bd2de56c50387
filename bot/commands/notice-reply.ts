import { type NoticeView, noticeCard } from '../cards/notice-card.ts';
import type { Locale } from '../locales/locale.ts';
import type { Reply } from './command.ts';

/** A notice card as the answer to a command. */
export function noticeReply(view: NoticeView, locale: Locale): Reply {
  return { card: noticeCard(view, locale), summary: view.title };
}
