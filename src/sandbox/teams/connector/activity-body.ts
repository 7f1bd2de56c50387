import { z } from 'zod';
import { ConnectorError } from './connector-error.ts';

/** Documented: about 28 KB for text, links and card together, as JSON. */
const maxBytes = 28 * 1024;

const activity = z.looseObject({
  type: z.string().min(1),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().min(1) })).nullish(),
});

/**
 * The activity the bot sent, checked. Throws `BadSyntax` without a type, or for a message that shows nothing, and
 * `MessageSizeTooBig` over 28 KB.
 */
export function activityBody(input: unknown): Record<string, unknown> {
  const parsed = activity.safeParse(input);
  if (!parsed.success) throw new ConnectorError('BadSyntax');
  const { type, text, attachments } = parsed.data;
  const empty = (text ?? '').trim() === '' && (attachments ?? []).length === 0;
  if (type === 'message' && empty) throw new ConnectorError('BadSyntax', 'The message has no content.');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > maxBytes)
    throw new ConnectorError('MessageSizeTooBig');
  return parsed.data;
}
