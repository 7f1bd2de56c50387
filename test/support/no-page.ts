import type { Page } from '../../bot/server.ts';

/** For doors nobody comes back to from signing in. */
export async function noPage(): Promise<Page> {
  return { status: 404, html: '', headers: {} };
}
