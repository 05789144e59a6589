import type { FixKind } from './findings/apply-fixes.ts';
import { dedupe } from './findings/dedupe.ts';
import type { Finding } from './findings/finding.ts';
import { type FixOutcome, fixUntilStable } from './findings/fix-until-stable.ts';
import { judgeDirectives } from './findings/judge-directives.ts';
import { withoutPending } from './findings/pending.ts';
import { applySeverity } from './findings/severity.ts';
import { sortFindings } from './findings/sort.ts';
import { type SuppressedFinding, suppress } from './findings/suppress.ts';
import type { Memory } from './memory/memory.ts';
import type { PolicyDocument } from './model/policy-document.ts';
import { type ReadOptions, readDocument } from './model/read-document.ts';
import { rules } from './rules/all.ts';
import type { RuleFailure } from './rules/check-report.ts';
import { makeSubject } from './rules/make-subject.ts';
import { type Measure, type RuleSettings, runRules, unmeasured } from './rules/run-rules.ts';
import type { Subject } from './rules/subject.ts';
import type { SourceText } from './text/source-text.ts';
import type { UnitDirectory } from './units/unit.ts';

export interface LintOptions {
  readonly directory: UnitDirectory;
  /** The year to judge by, whatever the documents say. */
  readonly year?: number;
  /** The year to judge by where a document’s front matter names none; it goes before the title's. */
  readonly defaultYear?: number;
  /** `off` or a severity for a rule's id; a rule that is not named keeps its own. */
  readonly rules?: RuleSettings;
  /** Further names of columns. */
  readonly columns?: NonNullable<ReadOptions['columns']>;
  /** Ids of the texts that belong together and are judged as one. Ids of texts that are not given are passed over. */
  readonly pairs?: readonly (readonly string[])[];
  /** What was read out of earlier versions of the texts, so that only what changed is read again. */
  readonly readingMemory?: Memory | undefined;
  /** The same for what was found out about them; of one group of texts that are judged together. */
  readonly judgingMemory?: Memory | undefined;
  /** Is told of each step and each rule, to take its time. */
  readonly measure?: Measure;
}

export interface LintResult {
  /** One for each text, in the order given. */
  readonly files: readonly FileResult[];
  readonly failures: readonly RuleFailure[];
}

export interface FileResult {
  readonly source: SourceText;
  readonly document: PolicyDocument;
  /** What the file was judged as part of: itself, or the pair. */
  readonly subject: Subject;
  /** False for a file that holds neither points nor tasks: it is none of our business and has no finding. */
  readonly holdsParts: boolean;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** The whole pipeline: text → document → subject → rules → findings. Never throws for what a text holds. */
export function lint(texts: readonly SourceText[], options: LintOptions): LintResult {
  return lintDocuments(
    texts.map((text) => readDocument(text, options)),
    options,
  );
}

/** The same for documents that were read already. */
export function lintDocuments(documents: readonly PolicyDocument[], options: LintOptions): LintResult {
  const results = new Map<PolicyDocument, FileResult>();
  const failures: RuleFailure[] = [];
  for (const group of groupPairs(documents, options.pairs ?? [])) {
    const measure = options.measure ?? unmeasured;
    const subject = measure('pairing', () =>
      makeSubject(group, options.directory, options.year, options.judgingMemory),
    );
    const judged = judge(subject, options.rules ?? {}, measure);
    failures.push(...judged.failures);
    for (const document of group) results.set(document, fileResult(document, subject, judged));
  }
  return { files: documents.flatMap((document) => results.get(document) ?? []), failures };
}

/** Applies fixes and lints again until nothing more changes. */
export function fix(texts: readonly SourceText[], options: LintOptions, which: FixKind): FixOutcome<LintResult> {
  return fixUntilStable(
    texts,
    which,
    (current) => lint(current, options),
    (result) => result.files.flatMap((file) => file.findings),
  );
}

interface Judgement {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly failures: readonly RuleFailure[];
}

function judge(subject: Subject, settings: RuleSettings, measure: Measure): Judgement {
  if (!holdsParts(subject)) return { findings: [], suppressed: [], failures: [] };
  const ran = runRules(subject, settings, rules, measure);
  const found = dedupe(ran.findings);
  const told = settings.placeholder === 'off' ? found : withoutPending(found, subject);
  const { kept, suppressed, uses } = suppress(told, subject);
  const unused = judgeDirectives(subject, uses, settings, ran.failures);
  return {
    findings: sortFindings(applySeverity([...kept, ...unused.findings], settings)),
    suppressed: [...suppressed, ...unused.suppressed],
    failures: [...ran.failures, ...unused.failures],
  };
}

function fileResult(document: PolicyDocument, subject: Subject, judged: Judgement): FileResult {
  const { source } = document;
  const ours = holdsParts(document);
  return {
    source,
    document,
    subject,
    holdsParts: ours,
    findings: ours ? judged.findings.filter((finding) => finding.source === source) : [],
    suppressed: ours ? judged.suppressed.filter(({ finding }) => finding.source === source) : [],
  };
}

function holdsParts(read: Pick<Subject, 'workPoints' | 'taskLists'>): boolean {
  return read.workPoints.length + read.taskLists.length > 0;
}

/** The documents in groups that are judged together; a document of several pairs joins them into one group. */
function groupPairs(
  documents: readonly PolicyDocument[],
  pairs: readonly (readonly string[])[],
): readonly (readonly PolicyDocument[])[] {
  const groups = new Map(documents.map((document) => [document, new Set([document])]));
  for (const pair of pairs) {
    const members = documents.filter((document) => pair.includes(document.source.id));
    const joined = new Set(members.flatMap((document) => [...(groups.get(document) ?? [])]));
    for (const document of joined) groups.set(document, joined);
  }
  const order = new Map(documents.map((document, index) => [document, index]));
  return [...new Set(groups.values())].map((group) =>
    [...group].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  );
}
