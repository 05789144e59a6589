import type { Subject } from '../subject.ts';

/** A function whose result is computed once for each subject and shared by all rules that ask. */
export interface OncePerSubject<Result> {
  (subject: Subject): Result;
  /** Says what the result is for a subject: who follows the edits of a draft knows some of them without looking. */
  give(subject: Subject, result: Result): void;
}

export function oncePerSubject<Result>(compute: (subject: Subject) => Result): OncePerSubject<Result> {
  const results = new WeakMap<Subject, { readonly value: Result }>();
  const resultOf = (subject: Subject): Result => {
    const known = results.get(subject);
    if (known !== undefined) return known.value;
    const value = compute(subject);
    results.set(subject, { value });
    return value;
  };
  return Object.assign(resultOf, {
    give(subject: Subject, value: Result): void {
      results.set(subject, { value });
    },
  });
}
