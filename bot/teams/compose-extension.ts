import { CardFactory, type MessagingExtensionResponse } from 'botbuilder';
import { z } from 'zod';
import type { ExtensionAnswer } from '../extension/extension-answer.ts';
import { cardContentType } from './card-content-type.ts';

const wholeNumber = z.int().min(0);

/** The value of a `composeExtension/query` invoke (documented); `initialRun` stands for nothing typed yet. The Agents Playground names nothing. */
const searched = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string().nullish(), value: z.unknown() })).nullish(),
  queryOptions: z.looseObject({ skip: wholeNumber.nullish(), count: wholeNumber.nullish() }).nullish(),
});

/** Teams asks for 25 at a time (documented). */
const pageSize = 25;

/** Longer words are no name; they are cut before anything looks at them. */
const longestText = 200;

/** What somebody typed into the search, and the page asked for. Whatever is malformed counts as not said. */
export function searchedFor(value: unknown): { text: string; skip: number; count: number } {
  const { parameters, queryOptions } = searched.safeParse(value).data ?? {};
  const typed = (parameters ?? []).find(({ name }) => name !== 'initialRun')?.value;
  return {
    text: typeof typed === 'string' ? typed.trim().slice(0, longestText) : '',
    skip: queryOptions?.skip ?? 0,
    count: Math.min(queryOptions?.count ?? pageSize, pageSize),
  };
}

/** The answer as Teams wants it: cards with a thumbnail card each as the line in the list (documented), or a message. */
export function composeExtension(answer: ExtensionAnswer): MessagingExtensionResponse {
  if (answer.kind === 'message') return { composeExtension: { type: 'message', text: answer.text } };
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: answer.results.map(({ title, text, card }) => ({
        contentType: cardContentType,
        content: card,
        preview: CardFactory.thumbnailCard(title, text),
      })),
    },
  };
}
