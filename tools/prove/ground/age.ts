import type { Life } from './start-life.ts';

/** Adds up for how long the program has been ready, life after life. */
export interface Age {
  /** A life began: counts from when it is ready until it ends. */
  watch(life: Life): void;
  ms(): number;
}

export function createAge(): Age {
  const spans: { from: number; to: number | null }[] = [];
  return {
    watch(life) {
      void life.ready().then((ready) => {
        if (!ready || life.isOver()) return;
        const span: { from: number; to: number | null } = { from: Date.now(), to: null };
        spans.push(span);
        void life.ended.then(() => {
          span.to = Date.now();
        });
      });
    },
    ms: () => spans.reduce((sum, { from, to }) => sum + (to ?? Date.now()) - from, 0),
  };
}
