import type { MessageWire } from '../../../../genesys/wire/message.ts';

/** What can be passed on of a message: its text, and a word for each file, which the other side cannot be given. Pure. */
export function textOf({ normalizedMessage }: MessageWire): string {
  const files = (normalizedMessage?.content ?? []).flatMap(({ contentType, attachment }) => {
    if (contentType !== 'Attachment') return [];
    const name = attachment?.filename ?? attachment?.mediaType ?? '';
    return [name === '' ? '[file]' : `[file: ${name}]`];
  });
  return [normalizedMessage?.text?.trim() ?? '', ...files].filter((part) => part !== '').join('\n');
}
