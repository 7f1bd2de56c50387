import type { HttpAnswer, HttpQuestion, PlatformHttp } from '../../src/genesys/platform-http.ts';

/** An answer of a script: a status with body and headers, or something to throw. */
export type ScriptedAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | Error;

/** A way out that answers by a script and keeps what was asked; past the end of the script it fails. */
export function scriptedHttp(
  answers: readonly ScriptedAnswer[],
): PlatformHttp & { readonly asked: HttpQuestion[] } {
  const asked: HttpQuestion[] = [];
  const closing = new AbortController();
  return {
    asked,
    closed: closing.signal,
    close: () => closing.abort(),
    async ask(question): Promise<HttpAnswer> {
      const answer = answers[asked.push(question) - 1];
      if (answer === undefined) throw new Error(`unexpected request: ${question.method} ${question.url}`);
      if (answer instanceof Error) throw answer;
      return {
        status: answer.status,
        body: answer.body,
        header: (name) => answer.headers?.[name],
      };
    },
  };
}
