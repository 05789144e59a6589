import type { Subject } from '../subject.ts';

/** A function whose result is computed once for each subject and shared by all rules that ask. */
export function oncePerSubject<Result>(compute: (subject: Subject) => Result): (subject: Subject) => Result {
  const results = new WeakMap<Subject, { readonly value: Result }>();
  return (subject) => {
    const known = results.get(subject);
    if (known !== undefined) return known.value;
    const value = compute(subject);
    results.set(subject, { value });
    return value;
  };
}
