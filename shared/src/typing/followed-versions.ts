import type { FileResult, LintOptions } from '../lint.ts';
import type { SourceText } from '../text/source-text.ts';
import { LiveFindings } from './live-findings.ts';
import type { LiveFinding } from './moved-findings.ts';

/**
 * The versions of a draft from which its findings can be followed: that of the last whole look, and the one before it. Who
 * tears a table with one key takes it back with the next, or puts right what was torn, and is where the draft was before.
 */
export class FollowedVersions {
  #last: LiveFindings | undefined;
  #before: LiveFindings | undefined;
  /** Some version was followed from the last one. */
  #isInUse = false;

  /** The text of the version that was followed last. */
  get text(): string | undefined {
    return this.#last?.text;
  }

  /**
   * A version was looked at as a whole.
   * @param options Those by which the result was found, its `judgingMemory` too.
   */
  judged(result: FileResult, options: LintOptions): void {
    // Where key after key tears the draft, the versions between are nothing to come back to.
    if (this.#isInUse || this.#before === undefined) this.#before = this.#last ?? this.#before;
    this.#isInUse = false;
    this.#last = LiveFindings.of(result, options);
  }

  /** The findings of the next version; undefined where it must be looked at as a whole. */
  next(source: SourceText): readonly LiveFinding[] | undefined {
    let found = this.#last?.next(source);
    if (found === undefined) {
      found = this.#before?.next(source);
      if (found !== undefined) [this.#last, this.#before] = [this.#before, this.#last];
    }
    if (found !== undefined) this.#isInUse = true;
    return found;
  }
}
