import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { ReachbackError } from '../errors/reachback-error.ts';

/**
 * Signs requests to one origin and refuses every other, so that a token never leaves for somewhere else. The client's own
 * handler leaves plain http unsigned, which would make a local stand-in run other code than production does.
 */
export class HostBoundBearer implements Middleware {
  readonly #origin: string;
  readonly #token: () => Promise<string>;
  #next: Middleware | null = null;

  constructor(baseUrl: string, token: () => Promise<string>) {
    this.#origin = new URL(baseUrl).origin;
    this.#token = token;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const address = typeof context.request === 'string' ? context.request : context.request.url;
    if (new URL(address).origin !== this.#origin) {
      throw new ReachbackError('teams.directory-refused', { facts: { reason: 'another origin' } });
    }
    const headers = new Headers(context.options?.headers);
    headers.set('authorization', `Bearer ${await this.#token()}`);
    context.options = { ...context.options, headers, redirect: 'error' };
    await this.#next?.execute(context);
  }
}
