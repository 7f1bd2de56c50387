import type { Locale } from '../locales/locale.ts';
import type { AdaptiveCard, Container } from './adaptive-card.ts';
import { card } from './card.ts';
import { cardTitle } from './card-title.ts';
import { plainText } from './plain-text.ts';

export interface NoticeView {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: 'plain' | 'good' | 'problem';
}

const styles: Readonly<Record<NoticeView['tone'], NonNullable<Container['style']>>> = {
  plain: 'emphasis',
  good: 'good',
  problem: 'warning',
};

/** A short answer to a command: done, refused or failed, with what to do next. */
export function noticeCard({ title, lines, tone }: NoticeView, locale: Locale): AdaptiveCard {
  return card(locale, [title, ...lines].map(sentence).join(' '), [
    cardTitle(`notice-${tone}`, title, styles[tone]),
    ...lines.flatMap((line, index) => plainText(line, index === 0 ? {} : { size: 'small', isSubtle: true })),
  ]);
}

/** Said one after the other; most lines end as sentences do. */
function sentence(text: string): string {
  return /[.!?…。！？]$/.test(text) ? text : `${text}.`;
}
