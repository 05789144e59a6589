import type { Edit, Place } from '../findings/finding.ts';
import type { HtmlComment } from '../markdown/block.ts';
import type { Directive } from '../model/policy-document.ts';
import { nearestWord } from '../text/nearest-word.ts';
import type { SourceText } from '../text/source-text.ts';
import { defineRule, type Reporter } from './define-rule.ts';

const KINDS: readonly Directive['kind'][] = ['disable', 'enable', 'disable-next-line', 'disable-file', 'disable-task'];

/**
 * `check` reports directives that cannot be understood. Those that name an unknown rule or silence nothing are reported
 * after suppression, by the functions below, because only then is it known what each was good for.
 */
export default defineRule({
  id: 'unused-directive',
  group: 'structure',
  severity: 'warning',
  fix: 'safe',
  words: 'none',
  docs: {
    summary: {
      zh: '屏蔽指令写错了，或者没有屏蔽任何问题',
      en: 'A directive that is misspelt, or that silences nothing',
    },
    why: {
      zh: '留着不起作用的屏蔽指令，以后真出了问题会被它悄悄盖住；写错的指令则什么也没有屏蔽。',
      en: 'A directive that does nothing today may hide a real mistake tomorrow; a misspelt one hides nothing at all.',
    },
    remedy: {
      zh: '删掉它，或者把规则名改对。被关闭的规则不作判断，提到它的指令不会报告。',
      en: 'Remove it, or correct the name of the rule. A rule that is turned off is not judged, so directives that name it are left alone.',
    },
  },
  examples: [
    {
      name: { zh: '屏蔽了一处真实的问题', en: 'It silences a real finding' },
      good: '# 云州市2026年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n<!-- bizenv-disable-next-line placeholder -- 名称待批复 -->\n1. 建设XX服务平台。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
    },
    {
      name: { zh: '没有屏蔽任何问题', en: 'It silences nothing' },
      bad: '# 云州市2026年优化营商环境工作要点\n\n⟦<!-- bizenv-disable-file lead-order -->⟧\n\n## 一、优化市场准入环境\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
      says: ['这条屏蔽指令没有屏蔽任何问题，请删除。'],
      fixed:
        '# 云州市2026年优化营商环境工作要点\n\n\n## 一、优化市场准入环境\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
    },
    {
      name: { zh: '规则名写错', en: 'A misspelt rule' },
      bad: '# 云州市2026年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n\n<!-- bizenv-disable-task 2 ⟦lead-mismach⟧ -->\n',
      says: ['没有名为“lead-mismach”的规则，是不是“lead-mismatch”？请改正或删除。'],
      fixed:
        '# 云州市2026年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n\n',
    },
    {
      name: { zh: '几条规则中只有一条有用', en: 'Only one of its rules is useful' },
      bad: '# 云州市2026年优化营商环境工作要点\n\n<!-- bizenv-disable-file placeholder ⟦lead-order⟧ -->\n\n## 一、优化市场准入环境\n\n1. 建设XX服务平台。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
      says: ['这条屏蔽指令里的“lead-order”没有屏蔽任何问题，请删除。'],
      fixed:
        '# 云州市2026年优化营商环境工作要点\n\n<!-- bizenv-disable-file placeholder -->\n\n## 一、优化市场准入环境\n\n1. 建设XX服务平台。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
    },
    {
      name: { zh: '指令名写错', en: 'A misspelt directive' },
      bad: '# 云州市2026年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n⟦<!-- bizenv-disable-nextline placeholder -->⟧\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
      says: ['没有“bizenv-disable-nextline”这种指令，是不是“bizenv-disable-next-line”？请改正或删除。'],
      fixed:
        '# 云州市2026年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n\n1. 出台市场准入便利化措施。（市商务局）\n\n2. 上线企业服务专区。（市司法局）\n',
    },
  ],
  check(subject, report) {
    for (const document of subject.documents)
      for (const directive of document.directives)
        if (directive.problem !== undefined) reportProblem(report, document.source, directive);
  },
});

function reportProblem(report: Reporter, source: SourceText, directive: Directive): void {
  const word = shown(/^\S*/.exec(directive.comment.text.trim())?.[0] ?? '');
  const near = nearestWord(
    word,
    KINDS.map((kind) => `bizenv-${kind}`),
  );
  const message =
    directive.problem === 'missing-task'
      ? {
          zh: '“bizenv-disable-task”后面缺少任务序号，例如“bizenv-disable-task 12 lead-mismatch”。请补上序号或删除。',
          en: '“bizenv-disable-task” lacks the number of a task, as in “bizenv-disable-task 12 lead-mismatch”. Add the number or remove it.',
        }
      : {
          zh: `没有“${word}”这种指令${near === undefined ? '' : `，是不是“${near}”？`}${near === undefined ? '，' : ''}请改正或删除。`,
          en: `There is no directive “${word}”${near === undefined ? '.' : `; is “${near}” meant?`} Correct or remove it.`,
        };
  report({
    at: { source, ...directive.comment.span },
    message,
    unnecessary: true,
    fixes: () => [{ title: REMOVE, safe: true, edits: [removeComment(source, directive.comment)] }],
  });
}

/** A rule id that no rule has. `known`: the ids there are. */
export function reportUnknownRule(
  report: Reporter,
  source: SourceText,
  directive: Directive,
  rule: Directive['rules'][number],
  known: readonly string[],
): void {
  const near = nearestWord(rule.id, known);
  const id = shown(rule.id);
  const place: Place = { source, ...rule.span };
  report({
    at: place,
    message: {
      zh: `没有名为“${id}”的规则${near === undefined ? '，' : `，是不是“${near}”？`}请改正或删除。`,
      en: `There is no rule “${id}”${near === undefined ? '.' : `; is “${near}” meant?`} Correct or remove it.`,
    },
    unnecessary: true,
    fixes: () => [
      { title: REMOVE, safe: true, edits: [removeRule(source, directive, rule)] },
      ...(near === undefined
        ? []
        : [
            {
              title: { zh: `改为“${near}”`, en: `Change to “${near}”` },
              safe: false,
              edits: [{ ...place, text: near }],
            },
          ]),
    ],
    data: { id },
  });
}

/** A directive that silenced nothing; `closer` is the `enable` that goes with it. */
export function reportUnused(
  report: Reporter,
  source: SourceText,
  directive: Directive,
  closer: Directive | undefined,
): void {
  report({
    at: { source, ...directive.comment.span },
    message:
      directive.kind === 'enable'
        ? {
            zh: '这条恢复指令前面没有要恢复的屏蔽指令，请删除。',
            en: 'This directive enables what no directive before it disables. Remove it.',
          }
        : {
            zh: '这条屏蔽指令没有屏蔽任何问题，请删除。',
            en: 'This directive silences nothing. Remove it.',
          },
    unnecessary: true,
    fixes: () => [
      {
        title: REMOVE,
        safe: true,
        edits: [directive, ...(closer === undefined ? [] : [closer])].map((one) => removeComment(source, one.comment)),
      },
    ],
  });
}

/** One rule of a directive that is otherwise of use. */
export function reportUnusedRule(
  report: Reporter,
  source: SourceText,
  directive: Directive,
  rule: Directive['rules'][number],
): void {
  report({
    at: { source, ...rule.span },
    message: {
      zh: `这条屏蔽指令里的“${rule.id}”没有屏蔽任何问题，请删除。`,
      en: `“${rule.id}” in this directive silences nothing. Remove it.`,
    },
    unnecessary: true,
    fixes: () => [{ title: REMOVE, safe: true, edits: [removeRule(source, directive, rule)] }],
    data: { id: rule.id },
  });
}

const REMOVE = { zh: '删除', en: 'Remove it' };

/** The words of a document that a message repeats are cut to this length. */
function shown(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

/** Takes a rule's id out of a directive; a directive of one rule goes as a whole. */
function removeRule(source: SourceText, directive: Directive, rule: Directive['rules'][number]): Edit {
  if (directive.rules.length === 1) return removeComment(source, directive.comment);
  const { start, end } = rule.span;
  const before = source.text.slice(directive.comment.inner.start, start);
  return { source, start: start - (before.length - before.trimEnd().length), end, text: '' };
}

/**
 * Takes a comment out: its line with it where it stands alone between blank lines or at an end of the file, so that no
 * two blocks are joined; inside a line, with the blanks before it.
 */
function removeComment(source: SourceText, comment: HtmlComment): Edit {
  const { start, end } = comment.span;
  const first = source.positionAt(start).line;
  const last = source.positionAt(end).line;
  const lineStart = source.lineStart(first);
  const lineEnd = source.lineStart(last + 1);
  const before = source.text.slice(lineStart, start);
  if (before.trim() !== '' || source.text.slice(end, lineEnd).trim() !== '')
    return { source, start: start - (before.length - before.trimEnd().length), end, text: '' };
  if (isBlank(source, first - 1) || isBlank(source, last + 1))
    return { source, start: lineStart, end: lineEnd, text: '' };
  return { source, start: lineStart, end, text: '' };
}

function isBlank(source: SourceText, line: number): boolean {
  return source.text.slice(source.lineStart(line), source.lineStart(line + 1)).trim() === '';
}
