import { z } from 'zod';
import type { SdkScene } from './sdk-scene.ts';

/** How the contract suite calls one endpoint, and what it must then hear. */
export interface ContractCall {
  readonly by: 'sdk' | 'hand';
  /** What a good answer looks like: strict, as the facts page and the SDK's models have it. */
  readonly shape: z.ZodType;
  /** Code and status of the refusal that is the only answer the sandbox has for it. */
  readonly refused?: { readonly status: number; readonly code: string };
  readonly run: (scene: SdkScene) => Promise<unknown>;
}

/** By `METHOD /path/{id}`, as the sandbox lists its endpoints. */
export type ContractCalls = Readonly<Record<string, ContractCall>>;

/** The official SDK makes the call; the shape has to fit the model the SDK gives. */
export function bySdk<Model>(
  shape: z.ZodType<NoInfer<Model>>,
  run: (scene: SdkScene) => Promise<Model>,
): ContractCall {
  return { by: 'sdk', shape, run };
}

/** The official SDK makes the call, and the sandbox has only this refusal for it. */
export function refusedToSdk(
  status: number,
  code: string,
  run: (scene: SdkScene) => Promise<unknown>,
): ContractCall {
  return { by: 'sdk', shape: nothing, refused: { status, code }, run };
}

/** In no SDK: called with plain HTTP. */
export function byHand(shape: z.ZodType, run: (scene: SdkScene) => Promise<unknown>): ContractCall {
  return { by: 'hand', shape, run };
}

/** An answer without a body, or with an empty text. */
export const nothing = z.custom<never>((answer) => answer === undefined || answer === '');
