import { type Program, startProgram } from '../../tools/program/start-program.ts';
import { temporaryDirectory } from '../../tools/program/temporary-directory.ts';
import { type Scene, sceneOf } from './scene.ts';

/** One real program for all tests of a suite, gone after it. Call it inside `describe`. */
export function programOfSuite(env: Readonly<Record<string, string>>): {
  program(): Program;
  scene(): Scene;
} {
  let running: { readonly program: Program; readonly scene: Scene } | undefined;
  let remove: (() => Promise<void>) | undefined;

  before(async function () {
    this.timeout(30_000);
    const directory = await temporaryDirectory();
    remove = directory.remove;
    const program = await startProgram({ dataDir: directory.path, env });
    running = { program, scene: await sceneOf(program) };
  });

  after(async () => {
    await running?.program.stop();
    await remove?.();
  });

  function now() {
    if (running === undefined) throw new Error('the program runs only while a test of the suite does');
    return running;
  }
  return { program: () => now().program, scene: () => now().scene };
}
