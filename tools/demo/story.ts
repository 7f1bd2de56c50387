import type { RequestEntry } from '../program/sandbox-control.ts';

export interface Story {
  chapter(title: string): void;
  tell(line: string): void;
  request(entry: RequestEntry): void;
  /** `done`: what may be said when there are no problems. */
  end(problems: readonly string[], done?: string): void;
}

/** Tells the demo on a terminal, in plain lines that also read well in a log. */
export function createStory(print: (line: string) => void): Story {
  return {
    chapter: (title) => print(`\n■ ${title}`),
    tell: (line) => print(`  ${line}`),
    request({ method, path, status, ms, requestBody, responseBody }) {
      print(`  → ${method} ${path}`);
      if (requestBody !== undefined && requestBody !== null) print(indented(requestBody));
      print(`  ← ${status} after ${Math.round(ms)} ms`);
      if (method === 'POST' && responseBody !== undefined && responseBody !== null)
        print(indented(shortened(responseBody)));
    },
    end(problems, done = 'Every customer got the message, once, on the right channel.') {
      print(
        problems.length === 0
          ? `\n✔ ${done}\n`
          : `\n✘ It did not work:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`,
      );
    },
  };
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^/gm, '      ');
}

/** The ids are what matters of an answer; the echoed message is in the request above. */
function shortened(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object'));
}
