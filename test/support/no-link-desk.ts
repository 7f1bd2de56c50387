import type { LinkDesk } from '../../bot/links/link-desk.ts';

const unasked = () => Promise.reject(new Error('nobody asks for a link'));

/** For tests in which nobody asks for a link. */
export const noLinkDesk: LinkDesk = {
  present: unasked,
  ask: unasked,
  remove: unasked,
  removeOf: unasked,
  decide: unasked,
};
