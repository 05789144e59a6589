import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { taskOf } from '#shared/drafting/tasks.ts';
import type { Locale } from '#shared/text/localized.ts';
import { normalForm } from '#shared/text/normal-form.ts';
import type { Feature } from '../feature.ts';
import { unitsOf } from '../lookup.ts';
import type { Judged } from '../session.ts';

/** A task's title beside the number of its point, and the usual name of a unit that is written otherwise. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),

  start({ connection, session, settings, guard }) {
    connection.languages.inlayHint.on(
      guard<InlayHintParams, InlayHint[] | null>(
        'inlay hints',
        null,
        async ({ textDocument: { uri }, range }, token) => {
          if ((await settings.of(uri)).inlayHints?.enabled === false) return null;
          const judged = await session.oursAtRest(uri, token);
          if (judged === undefined) return null;
          const { source } = judged.file;
          const [start, end] = [source.offsetAt(range.start), source.offsetAt(range.end)];
          return [...titleHints(judged), ...nameHints(judged, session.locale)]
            .filter(({ at }) => start <= at && at <= end)
            .map(({ at, label, tooltip }) => ({
              position: source.positionAt(at),
              label,
              kind: InlayHintKind.Type,
              paddingLeft: true,
              paddingRight: true,
              tooltip,
            }));
        },
      ),
    );
  },
};

interface Hint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

function titleHints({ file }: Judged): readonly Hint[] {
  const { source, subject } = file;
  return subject.points.flatMap((point) => {
    const title = taskOf(subject, point)?.rows[0]?.task?.text.replace(/\s+/g, '') ?? '';
    if (point.source !== source || title === '') return [];
    return [{ at: point.label.span.end, label: title, tooltip: title }];
  });
}

function nameHints({ file }: Judged, locale: Locale): readonly Hint[] {
  const { source, subject } = file;
  return unitsOf(subject).flatMap(({ mention, listed }) => {
    if (listed.source !== source) return [];
    const identified = subject.directory.identify(mention.name, subject.year);
    if (identified.kind !== 'unit' || normalForm(identified.unit.name) === normalForm(mention.name)) return [];
    const { name } = identified.unit;
    const tooltip = locale === 'zh' ? `规范名称：${name}` : `usual name: ${name}`;
    return [{ at: mention.text.span.end, label: `= ${name}`, tooltip }];
  });
}
