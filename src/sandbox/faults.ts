/** One fault to play: what the control room or a test asked for. */
export interface FaultRule {
  /** HTTP method; any when absent. */
  readonly method?: string | undefined;
  /** Regular expression on the path, without its query. */
  readonly path: string;
  readonly status?: number | undefined;
  /** How often; 1 unless told. */
  readonly count?: number | undefined;
  /** `before`: nothing is stored; `after`: the work is done and only the answer is lost. Default `before`. */
  readonly when?: 'before' | 'after' | undefined;
  readonly latencyMs?: number | undefined;
  /** Cut the connection instead of answering. */
  readonly reset?: boolean | undefined;
}

export interface Faults {
  /** Arms a fault and gives its id. Throws SyntaxError when the path is not a regular expression. */
  add(rule: FaultRule): string;
  clear(): void;
  /** The first armed fault for this request, used up by one. */
  take(method: string, path: string): FaultRule | undefined;
}

/** Faults armed in memory, oldest first. `newId` names them. */
export function createFaults(newId: () => string): Faults {
  let armed: { rule: FaultRule; pattern: RegExp; left: number }[] = [];
  return {
    add(rule) {
      armed.push({ rule, pattern: new RegExp(rule.path), left: rule.count ?? 1 });
      return newId();
    },
    clear() {
      armed = [];
    },
    take(method, path) {
      const found = armed.find(
        ({ rule, pattern }) =>
          (rule.method === undefined || rule.method.toUpperCase() === method) && pattern.test(path),
      );
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) armed = armed.filter((each) => each !== found);
      return found.rule;
    },
  };
}
