import type { CardElement, ExecuteAction } from './adaptive-card.ts';
import { localDateTime } from './local-time.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

const longestTitle = 100;

export interface NumberedRow {
  /** The outreach it stands for. */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A list to choose from: numbered rows, and below them the choice by number. `verb` gets the chosen row's id as `auditOf`. */
export function numberedRows(
  rows: readonly NumberedRow[],
  choice: { readonly label: string; readonly show: string; readonly tooltip: string; readonly verb: string },
): { list: CardElement[]; choice: CardElement[]; actions: ExecuteAction[] } {
  const [first] = rows;
  if (first === undefined) return { list: [], choice: [], actions: [] };
  const titles = rows.map(({ title }, index) => `${index + 1} · ${shortened(title, longestTitle, 1)}`);
  return {
    list: rows.map((row, index) => rowOf(row, titles[index] ?? '')),
    choice: [
      {
        type: 'Input.ChoiceSet',
        id: 'auditOf',
        label: choice.label,
        style: 'compact',
        value: first.id,
        choices: rows.map(({ id }, index) => ({ title: titles[index] ?? '', value: id })),
      },
    ],
    actions: [
      {
        type: 'Action.Execute',
        id: 'audit-show',
        title: choice.show,
        tooltip: choice.tooltip,
        verb: choice.verb,
        data: {},
        fallback: 'drop',
      },
    ],
  };
}

function rowOf({ lines, at }: NumberedRow, title: string): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          ...plainText(title, { weight: 'bolder' }),
          ...lines.flatMap((line) =>
            plainText(line, { size: 'small', isSubtle: true }).map((block) => ({
              ...block,
              spacing: 'none' as const,
            })),
          ),
        ],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'TextBlock', text: localDateTime(at), size: 'small', isSubtle: true, wrap: true }],
      },
    ],
  };
}
