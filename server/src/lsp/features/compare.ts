import { RequestType } from 'vscode-languageserver';
import { COMPARE, type CompareParams, type CompareResult } from '#shared/protocol.ts';
import type { Localized } from '#shared/text/localized.ts';
import type { Feature } from '../feature.ts';
import type { Judged } from '../session.ts';
import { nameOf, uriKey } from '../uri.ts';

const refusals = {
  noDraft: { zh: '不是要点或清单，无法比较：', en: 'Neither work points nor a task list: ' },
  samePair: { zh: '两个文件属于同一对，无法比较。', en: 'The two files belong to one pair.' },
  failed: { zh: '无法比较，详情见日志。', en: 'The comparison failed; the log says why.' },
} satisfies Record<string, Localized>;

/** What became of each task from one year's pair to another's, as Markdown. */
export const compare: Feature = {
  start({ connection, session, guard }) {
    // Each call asks for the answer in the language that the client has named by then.
    connection.onRequest(new RequestType<CompareParams, CompareResult, void>(COMPARE), (params, token) =>
      guard<CompareParams, CompareResult>('compare', { refusal: refusals.failed[session.locale] }, async (asked) => {
        const { locale } = session;
        const [one, other] = [await session.judgeFile(asked.one), await session.judgeFile(asked.other)];
        if (!one?.file.holdsParts) return { refusal: refusals.noDraft[locale] + nameOf(asked.one) };
        if (!other?.file.holdsParts) return { refusal: refusals.noDraft[locale] + nameOf(asked.other) };
        if (isOfPair(asked.other, one)) return { refusal: refusals.samePair[locale] };
        const [before, after] = yearOf(one) > yearOf(other) ? [other, one] : [one, other];
        const [{ comparePairs }, { compareMarkdown }] = await Promise.all([
          import('#shared/drafting/compare.ts'),
          import('../../formats/compare-md.ts'),
        ]);
        const comparison = comparePairs(before.file.subject, after.file.subject);
        return { text: compareMarkdown({ before: shown(before), after: shown(after), comparison }, locale) };
      })(params, token),
    );
  },
};

function isOfPair(uri: string, { file }: Judged): boolean {
  return file.subject.documents.some(({ source }) => uriKey(source.id) === uriKey(uri));
}

/** A pair that names no year stays where it was given. */
function yearOf({ file }: Judged): number {
  return file.subject.year ?? Number.NaN;
}

function shown({ file }: Judged) {
  return { path: nameOf(file.source.id), year: file.subject.year };
}
