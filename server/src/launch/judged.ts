let judged = false;

/** A text that holds parts was judged: from now on most of what a run needs is compiled. */
export function noteJudged(): void {
  judged = true;
}

export function hasJudged(): boolean {
  return judged;
}
