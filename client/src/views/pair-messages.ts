import type { PairResult, ProtocolPlace } from '#shared/protocol.ts';

/** Everything the web view says; it holds no wording of its own. */
export interface PairWords {
  readonly point: string;
  readonly row: string;
  readonly noPoint: string;
  readonly noRow: string;
  readonly section: string;
  readonly domain: string;
  readonly task: string;
  readonly text: string;
  readonly measures: string;
  readonly lead: string;
  readonly responsible: string;
  readonly deadline: string;
  readonly none: string;
  readonly onlyHere: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly previous: string;
  readonly next: string;
  readonly goTo: string;
  /** With `{0}` for what it leads to. */
  readonly goToSide: string;
  /** What a screen reader says of a task: `{0}` its number, `{1}` its title, `{2}` how many findings. */
  readonly announcement: string;
  readonly announcementOfNone: string;
  readonly tasks: string;
  readonly empty: string;
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
}

/** From the extension to the web view. */
export interface ShowPair {
  readonly type: 'show';
  readonly pair: PairResult | null;
  readonly words: PairWords;
}

/** From the web view to the extension. */
export type FromPairView =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly place: ProtocolPlace; readonly keepFocus: boolean };
