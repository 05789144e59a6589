import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import type { DocumentedRule, Example, Rule, RuleGroup } from '#shared/rules/define-rule.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { UnitDirectory } from '#shared/units/unit.ts';
import { excerpt, lineDiff } from './excerpt.ts';

const groups: Readonly<Record<RuleGroup, Localized>> = {
  structure: { zh: '编号与结构', en: 'Numbering and structure' },
  units: { zh: '单位', en: 'Units' },
  content: { zh: '内容', en: 'Content' },
  writing: { zh: '文字', en: 'Writing' },
};

const severities: Readonly<Record<Rule['severity'], Localized>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

const fixes: Readonly<Record<Rule['fix'], Localized>> = {
  none: { zh: '无', en: 'none' },
  safe: { zh: '安全', en: 'safe' },
  suggested: { zh: '建议', en: 'suggested' },
};

const fixNotes: Readonly<Record<Rule['fix'], Localized>> = {
  none: { zh: '无自动修改。', en: 'No fix.' },
  safe: {
    zh: '安全：不改变文件的意思，`bizenv lint --fix` 和保存时修复会直接应用。',
    en: 'Safe: it cannot change what the document says; `bizenv lint --fix` and fix on save apply it.',
  },
  suggested: {
    zh: '建议：逐条选择后应用；`bizenv lint --fix-suggestions` 应用第一个建议。',
    en: 'Suggested: offered one by one; `bizenv lint --fix-suggestions` applies the first.',
  },
};

/** What the pages say around the words of the rules. */
const words = {
  generated: {
    zh: '<!-- 本页由规则自动生成，请勿手工修改。 -->',
    en: '<!-- Generated from the rule. Do not edit. -->',
  },
  title: { zh: '规则', en: 'Rules' },
  indexNote: {
    zh: '“安全”的修改不改变文件的意思，可以成批应用；“建议”的修改逐条选择。每条规则都可以在配置里关闭或改级别，也可以在文件里屏蔽，写法见各页。',
    en: 'A *safe* fix cannot change what the document says and may run in bulk; a *suggested* one is offered one by one. Every rule can be turned off or given another severity in the configuration, or silenced in the document: each page says how.',
  },
  why: { zh: '为什么', en: 'Why' },
  remedy: { zh: '怎么改', en: 'What to do' },
  examples: { zh: '例子', en: 'Examples' },
  exampleNote: {
    zh: '⟦ ⟧ 标出报告的位置，不是原文的一部分。',
    en: '⟦ ⟧ mark the place that is reported; they are not part of the text.',
  },
  good: { zh: '不报告', en: 'Accepted' },
  bad: { zh: '报告', en: 'Reported' },
  fixed: { zh: '修改后：', en: 'After the fix:' },
  year: { zh: '（按 %s 年判断）', en: '(judged as of %s)' },
  silence: { zh: '关闭或屏蔽', en: 'Turning it off' },
  inConfiguration: { zh: '在 `bizenv.config.json` 里：', en: 'In `bizenv.config.json`:' },
  inDocument: {
    zh: '在文件里（按任务序号屏蔽的指令可以放在任何一处；表格里的指令写在单元格内）：',
    en: 'In the document (a directive by task number may stand anywhere; inside a table, a directive stands in a cell):',
  },
  reason: { zh: '理由', en: 'reason' },
  colon: { zh: '：', en: ': ' },
} satisfies Record<string, Localized>;

/** The table that lists the rules; `link` gives the address of a rule's page. */
export function renderTable(rules: readonly Rule[], locale: Locale, link: (id: string) => string): string {
  const head = { zh: '| 规则 | 级别 | 修改 | 报告什么 |', en: '| rule | severity | fix | reports |' }[locale];
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](${link(rule.id)}) | ${severities[rule.severity][locale]} | ${fixes[rule.fix][locale]} | ${escapeCell(rule.docs.summary[locale])} |`,
  );
  return `${[head, '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
}

export function renderIndex(rules: readonly Rule[], locale: Locale, link: (id: string) => string): string {
  const parts = [words.generated[locale], `# ${words.title[locale]}`, words.indexNote[locale]];
  for (const group of Object.keys(groups) as RuleGroup[]) {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length > 0) parts.push(`## ${groups[group][locale]}`, renderTable(own, locale, link).trimEnd());
  }
  return `${parts.join('\n\n')}\n`;
}

export function renderPage(rule: DocumentedRule, locale: Locale, directory: UnitDirectory): string {
  const { docs } = rule;
  const facts = {
    zh: `级别：${severities[rule.severity].zh}　类别：${groups[rule.group].zh}\n\n修改：${fixNotes[rule.fix].zh}`,
    en: `Severity: ${severities[rule.severity].en} · Group: ${groups[rule.group].en}\n\nFix: ${fixNotes[rule.fix].en}`,
  };
  return `${[
    words.generated[locale],
    `# ${rule.id}`,
    prose(docs.summary[locale]),
    facts[locale],
    `## ${words.why[locale]}`,
    prose(docs.why[locale]),
    `## ${words.remedy[locale]}`,
    prose(docs.remedy[locale]),
    `## ${words.examples[locale]}`,
    words.exampleNote[locale],
    ...rule.examples.flatMap((example) => renderExample(rule, example, locale, directory)),
    `## ${words.silence[locale]}`,
    words.inConfiguration[locale],
    fence(`{ "rules": { "${rule.id}": "off" } }`, 'json'),
    words.inDocument[locale],
    fence(directives(rule.id, words.reason[locale]), 'markdown'),
  ].join('\n\n')}\n`;
}

function directives(id: string, reason: string): string {
  return [
    `<!-- bizenv-disable-task 12 ${id} -- ${reason} -->`,
    `<!-- bizenv-disable-next-line ${id} -- ${reason} -->`,
    `<!-- bizenv-disable ${id} -- ${reason} --> … <!-- bizenv-enable ${id} -->`,
    `<!-- bizenv-disable-file ${id} -- ${reason} -->`,
  ].join('\n');
}

function renderExample(rule: Rule, example: Example, locale: Locale, directory: UnitDirectory): readonly string[] {
  const good = 'good' in example;
  const year = example.year === undefined ? '' : words.year[locale].replace('%s', String(example.year));
  const heading = `### ${words[good ? 'good' : 'bad'][locale]}${words.colon[locale]}${example.name[locale]}${year}`;
  if (good) return [heading, fence(example.good, 'markdown')];
  const text = example.bad.replace(/[⟦⟧]/g, '');
  const found = findingsIn(rule, text, example.year, directory);
  const places = found.flatMap((finding) => [finding, ...finding.related]);
  const lines = places.flatMap(({ source, start, end }) => [
    source.positionAt(start).line,
    source.positionAt(end).line,
  ]);
  return [
    heading,
    fence(excerpt(example.bad, lines), 'markdown'),
    found.map((finding) => `> ${escapeInline(finding.message[locale])}`).join('\n>\n'),
    ...(example.fixed === undefined ? [] : [words.fixed[locale], fence(lineDiff(text, example.fixed), 'diff')]),
  ];
}

/** The examples hold the Chinese messages only; the other language, and the places, come from the rule at work. */
function findingsIn(rule: Rule, text: string, year: number | undefined, directory: UnitDirectory): readonly Finding[] {
  const result = lint([new SourceText(text)], { directory, ...(year === undefined ? {} : { year }) });
  return result.files.flatMap((file) => file.findings).filter((finding) => finding.rule === rule.id);
}

/** A fence longer than any run of backticks in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}${language}\n${text.replace(/\n+$/, '')}\n${ticks}`;
}

function escapeInline(text: string): string {
  return text.replace(/[\\`*_<>[\]|]/g, '\\$&').replace(/\s+/g, ' ');
}

function escapeCell(text: string): string {
  return prose(text)
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ');
}

/** A rule's own words may hold Markdown; only a tag they speak of must not become one. */
function prose(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/</g, '\\<') : part))
    .join('`');
}
