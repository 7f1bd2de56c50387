/** Values of a template's `${{NAME}}` places. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * A JSON value with every `${{NAME}}` in its strings replaced by its value. `missing` names the places no value is known for, once each.
 * Pure.
 */
export function fillTemplate(
  template: unknown,
  values: TemplateValues,
): { readonly filled: unknown; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const fill = (node: unknown): unknown => {
    if (typeof node === 'string') return fillText(node);
    if (Array.isArray(node)) return node.map(fill);
    if (typeof node === 'object' && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]));
    }
    return node;
  };
  const fillText = (text: string): string =>
    text.replaceAll(/\$\{\{(.*?)\}\}/g, (place, name: string) => {
      const value = values[name];
      if (value === undefined) missing.add(name);
      return value ?? place;
    });
  const filled = fill(template);
  return { filled, missing: [...missing] };
}
