/** Asked with `--help`, a tool says how it is used and ends well, before it has read or touched anything. */
export function answerHelp(usage: string): void {
  if (!process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) return;
  console.log(usage);
  process.exit(0);
}
