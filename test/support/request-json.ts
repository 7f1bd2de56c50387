/** One JSON request; the status, and the answer's body parsed (undefined when it had none). */
export async function requestJson(method: string, url: string, body?: unknown) {
  const answer = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}
