import type { Finding } from '#shared/findings/finding.ts';
import { copyDraft, type Draft, render } from './draft.ts';
import { judge, loud } from './judge.ts';
import { type Lookalike, lookalikes } from './lookalikes.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { mistakes } from './mistakes.ts';
import { Random } from './random.ts';

export type Outcome = 'ok' | 'missed' | 'wrong rule' | 'cascade' | 'false alarm';

export interface CaseResult {
  readonly rule: string;
  readonly name: string;
  readonly pair: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly draft: Draft;
}

/** Rules that speak at the severity of information: their cases count every finding, the others errors and warnings. */
const quiet = new Set(['split-table', 'cell-break', 'halfwidth-punctuation']);

/** Makes a mistake in a copy of a clean pair and judges it; undefined where it cannot be made there. */
function tryMistake(mistake: Mistake, clean: Draft): CaseResult | undefined {
  const draft = copyDraft(clean);
  const pair = clean.layout.name;
  const random = new Random(`${mistake.rule}/${mistake.name}/${pair}`);
  if (!mistake.apply(draft, random)) return undefined;
  // A slip in what the layout does not print is none.
  if (render(draft).join() === render(clean).join()) return undefined;
  const all = judge(draft);
  const findings = quiet.has(mistake.rule) ? all : loud(all);
  const expected = [mistake.rule, ...(mistake.also ?? [])];
  const hit = findings.some(({ rule }) => expected.includes(rule));
  const outcome = hit ? (findings.length === 1 ? 'ok' : 'cascade') : findings.length === 0 ? 'missed' : 'wrong rule';
  return { rule: mistake.rule, name: mistake.name, pair, outcome, findings, draft };
}

/** Makes a change that only looks wrong. */
function tryLookalike(lookalike: Lookalike, clean: Draft): CaseResult | undefined {
  const draft = copyDraft(clean);
  const pair = clean.layout.name;
  if (!lookalike.apply(draft, new Random(`${lookalike.name}/${pair}`))) return undefined;
  const findings = loud(judge(draft));
  const outcome = findings.length === 0 ? 'ok' : 'false alarm';
  return { rule: 'lookalike', name: lookalike.name, pair, outcome, findings, draft };
}

/** One case of every so many kinds, in the pairs by turns. */
export function sampleCases(pairs: readonly Draft[], every: number): Generator<CaseResult> {
  return casesOf(
    kinds().filter((_, index) => index % every === 0),
    pairs,
    1,
  );
}

/** Every case, each kind in as many of the clean pairs as wanted, by turns; all that suit when `most` is not given. */
export function allCases(pairs: readonly Draft[], most = Number.POSITIVE_INFINITY): Generator<CaseResult> {
  return casesOf(kinds(), pairs, most);
}

type Attempt = (pair: Draft) => CaseResult | undefined;

function kinds(): readonly Attempt[] {
  return [
    ...mistakes.map((mistake) => (pair: Draft) => tryMistake(mistake, pair)),
    ...lookalikes.map((lookalike) => (pair: Draft) => tryLookalike(lookalike, pair)),
  ];
}

function* casesOf(attempts: readonly Attempt[], pairs: readonly Draft[], most: number): Generator<CaseResult> {
  for (const [index, attempt] of attempts.entries()) {
    let made = 0;
    for (let turn = 0; turn < pairs.length && made < most; turn++) {
      const pair = pairs[(index + turn) % pairs.length];
      const result = pair === undefined ? undefined : attempt(pair);
      if (result === undefined) continue;
      made++;
      yield result;
    }
  }
}
