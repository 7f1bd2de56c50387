import { textsOf } from './texts-of.js';

/**
 * The proposals that share a card, as it shows them: the waiting ones with their buttons, the others with what became of them. Empty for
 * every other card.
 *
 * @param {any} activity
 * @returns {{ place: string, outreachId: string | null, waits: boolean, texts: string[] }[]}
 */
export function burstMembersOf(activity) {
  const body = activity?.attachments?.[0]?.content?.body;
  if (!Array.isArray(body)) return [];
  return body.flatMap((element) => {
    const place = /^member-(\d+)$/.exec(element?.id ?? '')?.[1];
    if (place === undefined) return [];
    const ids = /"outreachId":"([^"]+)"/.exec(JSON.stringify(element));
    const waits = JSON.stringify(element).includes('"verb":"burst.');
    return [{ place, outreachId: ids?.[1] ?? null, waits, texts: textsOf(element) }];
  });
}

/** Whether it is a card several proposals share. @param {any} activity */
export function isBurst(activity) {
  return burstMembersOf(activity).length > 0;
}

/** What such a card says on top. @param {any} activity @returns {string | null} */
export function burstTitleOf(activity) {
  const head = activity?.attachments?.[0]?.content?.body?.find(({ id }) => /^burst-/.test(id ?? ''));
  return head?.items?.[0]?.text ?? null;
}
