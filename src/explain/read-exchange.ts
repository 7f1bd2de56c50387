import type { Exchange } from './exchange.ts';

const requestLine = /\b(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?:https?:\/\/[^\s/]+)?(\/[^\s"'?,)]*)/;
/** At the head of an answer, or behind its request as logs of proxies write it. */
const statusLine = /\bHTTP\/[\d.]+"?[ \t]+(\d{3})\b/;
const statusAfterPath =
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)[ \t]+\S*\/\S+[ \t]+(?:(?:→|[-=]>|:)[ \t]*)?([1-5]\d\d)\b/;
const statusInWords = /\b(?:status(?:\s*code)?["']?\s*[:=]?\s*|HTTP\s+)([1-5]\d\d)\b/i;
/** Nothing but a status. */
const statusAlone = /^\s*([1-5]\d\d)\s*$/;
/** As gateways write it on their own pages. */
const statusWithName =
  /\b([45]\d\d) (?:Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Conflict|Request Entity Too Large|Too Many Requests|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)/i;
const retryAfter = /^\s*retry-after:\s*(\d{1,6})\b/im;
/** As bodies of the platform and frames of guests say it. */
const retryInWords = /Retry the request in \[(\d{1,6})\] seconds|"retryAfter"\s*:\s*(\d{1,6})\b/i;

/** A path's part that is an id: a UUID, a channel's id, a placeholder, a long number. */
const id = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|streaming-\d+-\w+|\{\w*\}|:\w+|\d{4,})$/i;

/** The request line, the status line and the wait of an exchange pasted as text. Pure. */
export function readExchange(paste: string): Exchange {
  const asked = requestLine.exec(paste);
  const status =
    statusLine.exec(paste)?.[1] ??
    statusAfterPath.exec(paste)?.[1] ??
    statusInWords.exec(paste)?.[1] ??
    statusAlone.exec(paste)?.[1] ??
    statusWithName.exec(paste)?.[1];
  const inWords = retryInWords.exec(paste);
  const seconds = retryAfter.exec(paste)?.[1] ?? inWords?.[1] ?? inWords?.[2];
  return {
    at: asked === null ? undefined : `${asked[1]} ${withoutIds(asked[2] ?? '')}`,
    status: status === undefined ? undefined : Number(status),
    retryAfterSeconds: seconds === undefined ? null : Number(seconds),
  };
}

function withoutIds(path: string): string {
  return path
    .split('/')
    .map((part) => (id.test(part) ? '{}' : part))
    .join('/');
}
