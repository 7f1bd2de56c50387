import { z } from 'zod';

type Fields<Model> = { [Key in keyof Model]?: z.ZodType<Model[Key]> };

/**
 * A strict object that fits a model of the official SDK: a field the model does not have, or has otherwise, is a type
 * error here, and a field not listed here is refused in an answer. Nothing may be null; what may be absent says so.
 */
export function shapeOf<Model>() {
  return <Shape extends Fields<Model>>(
    fields: Shape & Record<Exclude<keyof Shape, keyof Model>, never>,
  ): z.ZodObject<
    { [Key in keyof Shape]: Shape[Key] extends z.ZodType ? Shape[Key] : never },
    z.core.$strict
  > => z.strictObject(fields);
}
