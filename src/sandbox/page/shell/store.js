/**
 * The page's state in one place. `watch` runs `render` now and whenever one of the values `pick` gives has changed,
 * until the function it gives is called.
 *
 * @template {object} State
 * @param {State} initial
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<() => void>} */
  const watchers = new Set();
  return {
    get: () => state,
    /** @param {Partial<State>} patch */
    update(patch) {
      state = { ...state, ...patch };
      for (const watcher of watchers) watcher();
    },
    /**
     * @param {(state: State) => unknown[]} pick
     * @param {(state: State) => void} render
     */
    watch(pick, render) {
      /** @type {unknown[] | undefined} */
      let shown;
      const look = () => {
        const picked = pick(state);
        if (shown?.every((value, index) => Object.is(value, picked[index]))) return;
        shown = picked;
        render(state);
      };
      watchers.add(look);
      look();
      return () => watchers.delete(look);
    },
  };
}
