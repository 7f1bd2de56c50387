import { pngHeader } from './png-header.ts';

const sizes = { color: 192, outline: 32 } as const;

/** What is wrong with the icons by Teams' rules (documented sizes; the outline is white on nothing), one sentence each. Pure. */
export function iconProblems(
  names: { readonly color: string; readonly outline: string },
  icons: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const problems: string[] = [];
  for (const kind of ['color', 'outline'] as const) {
    const name = names[kind];
    const header = pngHeader(icons.get(name) ?? Buffer.alloc(0));
    const size = sizes[kind];
    if (header === null) problems.push(`${name} is not a PNG file.`);
    else if (header.width !== size || header.height !== size) {
      problems.push(`${name} is ${header.width} × ${header.height} pixels, not ${size} × ${size}.`);
    }
    if (header !== null && kind === 'outline' && !header.alpha) problems.push(`${name} is not transparent.`);
  }
  return problems;
}
