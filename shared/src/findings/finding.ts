import type { Localized } from '../text/localized.ts';
import type { SourceText } from '../text/source-text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A range of one of the texts being judged. Offsets are UTF-16 code units. */
export interface Place {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Place {
  /** What comes in the range's place. */
  readonly text: string;
}

export interface Fix {
  /** What it does, in the imperative: `改为“市住房建设局”`. */
  readonly title: Localized;
  /** Safe: cannot change what the document says; `--fix` and fix-on-save apply it. */
  readonly safe: boolean;
  /** Never overlapping one another. */
  readonly edits: readonly Edit[];
}

export interface RelatedPlace extends Place {
  readonly message: Localized;
}

/** Small plain facts about a finding that tools and features read: `{ number: 37 }`. */
export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly related: readonly RelatedPlace[];
  /** Best first. The first one is what the command line reports and applies. */
  readonly fixes: readonly Fix[];
  /** Marks text that should go, for editors that fade it. */
  readonly unnecessary: boolean;
  readonly data: FindingData;
}
