import type { ErrorCode } from '../../errors/catalogue.ts';

/** The code a request of a widget is refused with. */
export type WidgetRefusal = Extract<ErrorCode, `widget.${string}`>;
