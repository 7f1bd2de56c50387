import type { ErrorCode } from '../../../errors/catalogue.ts';
import { type PartnerField, partnerFields } from './partner-form.ts';
import type { WrongField } from './written-partner.ts';

/** Why a partner was not registered. */
export interface FormProblem {
  /** Null: it is about no single field. */
  readonly field: PartnerField | null;
  readonly code: ErrorCode;
  /** The rest of a sentence about the field, without what was typed; null: the code says it all. */
  readonly wrong: string | null;
}

export function problemOf({ field, wrong, unset }: WrongField): FormProblem {
  const [root = ''] = field.split('.');
  const known = partnerFields.find((each) => each === root) ?? null;
  const within = field.slice(root.length + 1);
  return {
    field: known,
    code: unset ? 'handoff.partner-variable-unset' : 'handoff.partner-malformed',
    wrong: within === '' ? wrong : `${within} ${wrong}`,
  };
}
