/** Why the app package was not made: every problem at once, one sentence each. */
export class AppPackageError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'AppPackageError';
    this.problems = problems;
  }
}
