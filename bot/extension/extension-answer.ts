import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** One customer as a search shows them: a line in the list, and the card that goes into the message when it is picked. */
interface ExtensionResult {
  /** Both are plain text, safe where a client reads markup. */
  readonly title: string;
  readonly text: string;
  readonly card: AdaptiveCard;
}

/** What the compose box shows for a search: a list to pick from, or why there is none. */
export type ExtensionAnswer =
  | { readonly kind: 'results'; readonly results: readonly ExtensionResult[] }
  | { readonly kind: 'message'; readonly text: string };
