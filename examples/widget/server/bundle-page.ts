import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's script and style sheet, each one file. */
export interface BundledPage {
  readonly script: string;
  readonly style: string;
}

/** Bundles the page, once, at the start. */
export async function bundlePage(): Promise<BundledPage> {
  const { outputFiles } = await build({
    entryPoints: { page: at('main.tsx'), style: at('style.css') },
    outdir: '.',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const ending = (wanted: string): string =>
    outputFiles.find(({ path }) => path.endsWith(wanted))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
}

function at(name: string): string {
  return fileURLToPath(new URL(`../page/${name}`, import.meta.url));
}
