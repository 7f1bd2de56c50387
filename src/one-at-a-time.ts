/** Lets one in at a time, in the order they came. */
export interface OneAtATime {
  /** Resolves when it is this one's turn; what it gives lets the next one in, once, however often it is called. */
  enter(): Promise<() => void>;
}

export function createOneAtATime(): OneAtATime {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}
