import { registerHooks } from 'node:module';

/** Lets every import of `module` but those of the stand-in itself get the stand-in. Both are file URLs. */
export function standIn({ module, standIn: replacement }: { module: string; standIn: string }): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (found.url !== module || context.parentURL === replacement) return found;
      return { ...found, url: replacement };
    },
  });
}
