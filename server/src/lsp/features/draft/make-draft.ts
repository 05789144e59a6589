import type { CarryChoice } from '#shared/drafting/carry.ts';
import { draftNextYear } from '#shared/drafting/draft.ts';
import { titleOf } from '#shared/drafting/heading-title.ts';
import { readLastYear } from '#shared/drafting/last-year.ts';
import type { LintOptions } from '#shared/lint.ts';
import type {
  DraftChoice,
  DraftChoicesParams,
  DraftChoicesResult,
  DraftParams,
  DraftRefusal,
  DraftResult,
} from '#shared/protocol.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import { hashOf } from '../../hash.ts';
import type { Session } from '../../session.ts';
import { nameOf, uriKey } from '../../uri.ts';
import { draftDetails, draftSummary } from './describe-draft.ts';
import { refusalOf, refusals } from './refusals.ts';

/** The tasks of last year's pair, to choose from. */
export async function choicesOf(session: Session, { uris }: DraftChoicesParams): Promise<DraftChoicesResult> {
  const texts = await textsOf(session, uris);
  if ('refusal' in texts) return texts;
  const { sources, options, fingerprint } = texts;
  const read = readLastYear(sources, options);
  if (read.kind === 'refused') return refusalOf(read.why, session.locale);
  return { year: read.year ?? null, choices: read.choices.map(shownChoice), fingerprint };
}

function shownChoice({ written, title, section, domain, task }: CarryChoice): DraftChoice {
  const [point] = task.points;
  return {
    number: written ?? null,
    title,
    section: titleOf((point?.section ?? point?.domain?.section)?.heading, section ?? ''),
    domain: titleOf(point?.domain?.heading, domain ?? ''),
  };
}

/** The new pair. */
export async function draftOf(session: Session, { uris, year, carry, fingerprint }: DraftParams): Promise<DraftResult> {
  const { locale } = session;
  const texts = await textsOf(session, uris);
  if ('refusal' in texts) return texts;
  // The choice was made among the tasks of another text.
  if (texts.fingerprint !== fingerprint) return { refusal: refusals.changed[locale] };
  const outcome = draftNextYear(texts.sources, { year, carry: { places: carry }, options: texts.options });
  if (outcome.kind === 'refused') return refusalOf(outcome.why, locale);
  return {
    text: outcome.source.text,
    summary: draftSummary(outcome, year, locale),
    details: draftDetails(outcome, year, locale),
  };
}

interface Texts {
  readonly sources: readonly SourceText[];
  readonly options: LintOptions;
  readonly fingerprint: string;
}

/** The named files with those that belong to them, as they stand in the editor, else on disk. */
async function textsOf(session: Session, uris: readonly string[]): Promise<Texts | DraftRefusal> {
  const sources = new Map<string, SourceText>();
  let options: LintOptions | undefined;
  for (const uri of uris) {
    const judged = await session.judgeFile(uri);
    if (judged === undefined) return { refusal: refusals.unreadable[session.locale] + nameOf(uri) };
    options ??= judged.options;
    for (const { source } of judged.file.subject.documents) sources.set(uriKey(source.id), source);
  }
  if (options === undefined) return { refusal: refusals.failed[session.locale] };
  if (sources.size > 2) return { refusal: refusals.tooMany[session.locale] };
  const texts = [...sources.values()];
  return { sources: texts, options, fingerprint: hashOf(texts.map(({ id, text }) => `${id}\n${text}`).join('\0')) };
}
