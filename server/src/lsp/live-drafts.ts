import type { FileResult, LintOptions } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { type LiveFinding, LiveFindings } from '#shared/typing/live-findings.ts';

/** How long after a judgement the next key is prepared for, in milliseconds: who asked for the judgement is answered first. */
const SOON = 20;

interface LiveDraft {
  /** Undefined until it is prepared, and where the draft cannot be followed. */
  findings: LiveFindings | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly prepare: () => void;
}

/** The open drafts that are followed key by key, from their last judgement on. */
export class LiveDrafts {
  readonly #drafts = new Map<string, LiveDraft>();

  /** A draft was judged as a whole. One that was followed to the same text is followed on. */
  judged(uri: string, file: FileResult, options: LintOptions): void {
    const known = this.#drafts.get(uri);
    if (known?.findings?.text === file.source.text) return;
    this.drop(uri);
    const draft: LiveDraft = {
      findings: undefined,
      timer: undefined,
      prepare: () => {
        if (draft.timer === undefined) return;
        clearTimeout(draft.timer);
        draft.timer = undefined;
        draft.findings = LiveFindings.of(file, options);
      },
    };
    draft.timer = setTimeout(draft.prepare, SOON);
    this.#drafts.set(uri, draft);
  }

  /** The findings of a draft as it is now; undefined where it must be judged as a whole. */
  next(uri: string, text: string): readonly LiveFinding[] | undefined {
    const draft = this.#drafts.get(uri);
    draft?.prepare();
    const found = draft?.findings?.next(new SourceText(text, uri));
    if (found === undefined) this.drop(uri);
    return found;
  }

  drop(uri: string): void {
    clearTimeout(this.#drafts.get(uri)?.timer);
    this.#drafts.delete(uri);
  }

  dropAll(): void {
    for (const uri of [...this.#drafts.keys()]) this.drop(uri);
  }
}
