import { IntlMessageFormat } from 'intl-messageformat';

export interface WordingNames {
  readonly customer: string | null;
  readonly agent: string;
  readonly queue: string | null;
}

/**
 * The text to the customer, from an ICU message with {customer}, {agent} and {queue}; a name that is not known is
 * given as `none`, for `select`. Throws SyntaxError for a text that is no ICU message; the function given back throws for
 * one that names something else.
 */
export function createWording(text: string): (names: WordingNames) => string {
  const message = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
  return ({ customer, agent, queue }) =>
    String(message.format({ customer: customer ?? 'none', agent, queue: queue ?? 'none' })).trim();
}
