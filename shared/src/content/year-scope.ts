/** The years that a document's targets and deadlines may name; `first` to `last`, both included. */
export interface YearScope {
  readonly first: number;
  readonly last: number;
}

/** True for a year that the document does not speak for. Without a scope no year is judged. */
export function isOutside(year: number | undefined, scope: YearScope | undefined): boolean {
  return year !== undefined && scope !== undefined && (year < scope.first || year > scope.last);
}
