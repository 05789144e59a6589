import type { FindingData, Fix, Place, RelatedPlace, Severity } from '../findings/finding.ts';
import type { Localized } from '../text/localized.ts';
import type { WordsReach } from '../typing/task-change.ts';
import type { Subject } from './subject.ts';

export type RuleGroup = 'structure' | 'units' | 'content' | 'writing';

/** What a check reports; id and severity are added by the runner. */
export interface Report {
  readonly at: Place;
  readonly message: Localized;
  readonly related?: readonly RelatedPlace[];
  /** Built only when asked for; best first. A safe fix stands alone or first. */
  readonly fixes?: () => readonly Fix[];
  /** Overrides the rule's severity for this one finding (RULES.md, "How sure"). */
  readonly severity?: Severity;
  readonly unnecessary?: boolean;
  readonly data?: FindingData;
}

export type Reporter = (report: Report) => void;

/**
 * A text that shows the rule at work: documentation and test at once. In `bad`, ⟦ and ⟧ stand around each range that is
 * reported (they are taken out before reading). No other rule may report anything above `info` on an example unless `also`
 * names it.
 */
export type Example =
  | { readonly name: Localized; readonly good: string; readonly year?: number }
  | {
      readonly name: Localized;
      readonly bad: string;
      /** The Chinese message of each finding, in order of the text. */
      readonly says: readonly string[];
      /** The text after the first fix of each finding; absent when there is no fix. */
      readonly fixed?: string;
      readonly also?: readonly string[];
      readonly year?: number;
    };

export interface RuleDocs {
  /** One line: what is reported. Used in every list of rules. */
  readonly summary: Localized;
  /** What to do about a finding; what the rule leaves alone. */
  readonly remedy: Localized;
}

/** What runs: the bundles of those who only lint hold no more of a rule than this. */
export interface Rule {
  /** Public contract: the defect in words. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly fix: 'none' | 'safe' | 'suggested';
  readonly docs: RuleDocs;
  /** What its findings have to do with the words of a task; absent where they may depend on any words of the document. */
  readonly words?: WordsReach;
  /** A pure function of the subject. */
  readonly check: (subject: Subject, report: Reporter) => void;
}

/** One rule, one file: everything that documentation, settings, SARIF and hovers say of it stands here. */
export interface DocumentedRule extends Rule {
  readonly docs: RuleDocs & {
    /** Why it matters to the bureaus that get the document. */
    readonly why: Localized;
  };
  readonly examples: readonly Example[];
}

/** Names the rule's shape for the type checker; a rule file has this as its default export. */
export function defineRule(rule: DocumentedRule): DocumentedRule {
  return rule;
}
