import type { FileResult, LintOptions } from '../lint.ts';
import type { SourceText } from '../text/source-text.ts';
import { LiveFindings } from './live-findings.ts';
import type { LiveFinding } from './moved-findings.ts';

/** After so many keys the draft is looked at as a whole: only then do the memories forget what was of earlier versions. */
const MOST_FOLLOWED = 200;

/**
 * The versions of a draft from which its findings can be followed: that of the last whole look, and the one before it. Who
 * tears a table with one key takes it back with the next, or puts right what was torn, and is where the draft was before.
 */
export class FollowedVersions {
  #last: LiveFindings | undefined;
  #before: LiveFindings | undefined;
  /** Some version was followed from the last one. */
  #isInUse = false;
  /** How many versions were followed since a whole look. */
  #followed = 0;

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
    this.#followed = 0;
    this.#last = LiveFindings.of(result, options);
  }

  /** The version that was followed last was looked at as a whole too: it is followed on. */
  confirmed(): void {
    this.#followed = 0;
  }

  /** The findings of the next version; undefined where it must be looked at as a whole. */
  next(source: SourceText): readonly LiveFinding[] | undefined {
    // Several may ask about one version.
    const isNew = source.text !== this.text;
    if (isNew && this.#followed >= MOST_FOLLOWED) return undefined;
    let found = this.#last?.next(source);
    if (found === undefined) {
      found = this.#before?.next(source);
      if (found !== undefined) [this.#last, this.#before] = [this.#before, this.#last];
    }
    if (found !== undefined) {
      this.#isInUse = true;
      if (isNew) this.#followed++;
    }
    return found;
  }
}
