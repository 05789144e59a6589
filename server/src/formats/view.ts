import type { Locale } from '#shared/text/localized.ts';
import type { Paint } from './paint.ts';
import type { WidthOf } from './width.ts';

/** How a report for people is shown. */
export interface View {
  readonly locale: Locale;
  readonly paint: Paint;
  /** Columns of a line. */
  readonly width: number;
  readonly widthOf: WidthOf;
}
