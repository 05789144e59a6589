/** The languages that every message, title and page exists in. */
export type Locale = 'zh' | 'en';

/** One text in both languages. Both are always complete, so no surface ever falls back. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}
