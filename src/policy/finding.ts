import type { ErrorCode } from '../errors/catalogue.ts';
import type { HeldReason } from './held-reason.ts';

/** One thing that stands between a message and its leaving. Held: may be otherwise another time. Failed: this message never may. */
export type Finding =
  | { readonly ends: 'held'; readonly reason: HeldReason }
  | { readonly ends: 'failed'; readonly reason: ErrorCode };
