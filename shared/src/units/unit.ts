/** A unit of government (or a body that acts as one) as a directory file describes it. */
export interface Unit {
  /** The short name that the task list prints: `市市场监管局`. Unique in a directory among names valid at one time. */
  readonly name: string;
  readonly fullName?: string;
  readonly aliases: readonly Alias[];
  /** `市政府工作部门`, `区`, … : words of the directory, shown in hovers. */
  readonly kind: string;
  /** First month (or year) in which the name is valid: `2024-01`, `2024`. Absent: unknown, never a claim. */
  readonly from?: string;
  /** First month (or year) in which it is no longer valid. Absent: still in force or unknown. */
  readonly to?: string;
  /** The `name` of the unit that follows it. */
  readonly successor?: string;
  /** Facts whose source is missing or only inferred: messages that rest on one say so. */
  readonly unsourced: readonly UnitFact[];
  /** Where the facts come from, in words and addresses. */
  readonly source?: string;
}

export type UnitFact = 'name' | 'fullName' | 'kind' | 'from' | 'to' | 'successor';

export interface Alias {
  readonly name: string;
  readonly sourced: boolean;
}

/** How a name was recognised. */
export type Identification =
  /** A unit of a directory of the place. */
  | {
      readonly kind: 'unit';
      readonly unit: Unit;
      readonly as: 'name' | 'full-name' | 'alias';
      readonly alias?: Alias;
      readonly validity: Validity;
    }
  /** A phrase that names many: `各区（新区）`, `各有关单位`. */
  | { readonly kind: 'group'; readonly phrase: string }
  /** A body that every place has, in a usual form, at some level; no canonical form is claimed. */
  | { readonly kind: 'common'; readonly body: string; readonly level: string; readonly variant: string }
  | { readonly kind: 'unknown' };

/** Whether a name is right in the document's year. A name valid in any month of that year is `valid`. */
export type Validity = 'valid' | 'retired' | 'not-yet';

export interface NearUnit {
  /** The name to put in its place. */
  readonly name: string;
  readonly unit: Unit | undefined;
  /** 0 (nothing in common) to 1 (equal). */
  readonly similarity: number;
  /** True when it is so near that the name can hardly be anything else: one character swapped, missing, extra or look-alike. */
  readonly slip: boolean;
}

/**
 * What rules and features may ask about units. Names are compared in normal form (NFKC, no white space,
 * traditional characters as simplified). `year` undefined: validity is not judged.
 */
export interface UnitDirectory {
  /** The places whose units it knows by canonical name: `深圳市`. */
  readonly places: readonly string[];
  /** True where a directory covers the place (`深圳市`, and documents that name a district of it). */
  covers(place: string | undefined): boolean;
  /**
   * The directory for a document of a place: without the units of directories that know other places only. An unknown
   * place leaves it as it is.
   */
  forPlace(place: string | undefined): UnitDirectory;
  identify(name: string, year: number | undefined): Identification;
  /**
   * One key for all names of one body, so that two lists can be compared as sets: the canonical name for a unit of a
   * directory (a retired unit keeps its own), level and body for a common one, the phrase for a group, else the normal form.
   */
  keyOf(name: string): string;
  /** Names near to an unknown one, best first; those valid in the year before retired ones. */
  nearest(name: string, year: number | undefined, limit: number): readonly NearUnit[];
  /**
   * The known names that a run-together text consists of, as ranges of `text`; undefined when it is itself a known name,
   * or when it cannot be split wholly into known names.
   */
  split(text: string): readonly { readonly start: number; readonly end: number }[] | undefined;
  /** The prefix that `bare` takes over from the name before it (`市行政审批局、住建局` gives `市`); undefined when it stands alone. */
  prefixFor(bare: string, before: string): string | undefined;
  /** True when the text has the shape of a unit's name or a group phrase, known or not: what makes a parenthesis a unit list. */
  looksLikeUnit(text: string): boolean;
  /** Every unit of the directories, for completion and ledgers. */
  readonly units: readonly Unit[];
  /** The unit with this canonical name. */
  unit(name: string): Unit | undefined;
}
