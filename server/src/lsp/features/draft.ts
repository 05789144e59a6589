import { RequestType } from 'vscode-languageserver';
import type { CarryChoice } from '#shared/drafting/carry.ts';
import { draftNextYear } from '#shared/drafting/draft.ts';
import { titleOf } from '#shared/drafting/heading-title.ts';
import { readLastYear } from '#shared/drafting/last-year.ts';
import type { LintOptions } from '#shared/lint.ts';
import {
  DRAFT,
  DRAFT_CHOICES,
  type DraftChoice,
  type DraftChoicesParams,
  type DraftChoicesResult,
  type DraftParams,
  type DraftRefusal,
  type DraftResult,
} from '#shared/protocol.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Feature } from '../feature.ts';
import { hashOf } from '../hash.ts';
import type { Session } from '../session.ts';
import { nameOf, uriKey } from '../uri.ts';
import { draftDetails, draftSummary } from './draft/describe-draft.ts';
import { refusalOf, refusals } from './draft/refusals.ts';

/** Next year's pair from last year's: what can be carried over, and the draft. */
export const draft: Feature = {
  start({ connection, session, guard }) {
    // Each call asks for the answer in the language that the client has named by then.
    const failed = (): DraftRefusal => ({ refusal: refusals.failed[session.locale] });
    connection.onRequest(
      new RequestType<DraftChoicesParams, DraftChoicesResult, void>(DRAFT_CHOICES),
      (params, token) =>
        guard<DraftChoicesParams, DraftChoicesResult>('draft choices', failed(), (asked) => choicesOf(session, asked))(
          params,
          token,
        ),
    );
    connection.onRequest(new RequestType<DraftParams, DraftResult, void>(DRAFT), (params, token) =>
      guard<DraftParams, DraftResult>('draft', failed(), (asked) => draftOf(session, asked))(params, token),
    );
  },
};

async function choicesOf(session: Session, { uris }: DraftChoicesParams): Promise<DraftChoicesResult> {
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

async function draftOf(session: Session, { uris, year, carry, fingerprint }: DraftParams): Promise<DraftResult> {
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
