import type { FileResult, LintOptions } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { FollowedVersions } from '#shared/typing/followed-versions.ts';
import type { LiveFinding } from '#shared/typing/moved-findings.ts';

/** How long after a judgement the next key is prepared for, in milliseconds: who asked for the judgement is answered first. */
const SOON = 20;

interface LiveDraft {
  readonly versions: FollowedVersions;
  /** Prepares for the next key after the last judgement; undefined once that is done. */
  prepare: (() => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** The open drafts that are followed key by key, from their last judgements on. */
export class LiveDrafts {
  readonly #drafts = new Map<string, LiveDraft>();

  /** A draft was judged as a whole. One that was followed to the same text is followed on. */
  judged(uri: string, file: FileResult, options: LintOptions): void {
    const draft: LiveDraft = this.#drafts.get(uri) ?? {
      versions: new FollowedVersions(),
      prepare: undefined,
      timer: undefined,
    };
    this.#drafts.set(uri, draft);
    clearTimeout(draft.timer);
    draft.prepare = undefined;
    if (draft.versions.text === file.source.text) {
      draft.versions.confirmed();
      return;
    }
    draft.prepare = () => {
      clearTimeout(draft.timer);
      draft.prepare = undefined;
      draft.versions.judged(file, options);
    };
    draft.timer = setTimeout(draft.prepare, SOON);
  }

  /** The findings of a draft as it is now; undefined where it must be judged as a whole. */
  next(uri: string, text: string): readonly LiveFinding[] | undefined {
    const draft = this.#drafts.get(uri);
    draft?.prepare?.();
    return draft?.versions.next(new SourceText(text, uri));
  }

  drop(uri: string): void {
    clearTimeout(this.#drafts.get(uri)?.timer);
    this.#drafts.delete(uri);
  }

  dropAll(): void {
    for (const uri of [...this.#drafts.keys()]) this.drop(uri);
  }
}
