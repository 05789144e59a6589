import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { makeSubject } from '#shared/rules/make-subject.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { SourceText } from '#shared/text/source-text.ts';

/** A small clean pair; `insert` goes in front of everything. */
export const pairText = `# 云州市2026年优化营商环境工作要点

## 一、优化市场准入环境

### （一）完善市场准入机制

1. 出台市场准入便利化措施。（市商务局）

2. 上线企业服务专区。（市司法局）

3. 修订企业信用修复办法。（市税务局）

# 云州市2026年优化营商环境重点任务清单

| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 1 | 完善市场准入机制 | 市场准入 | 出台市场准入便利化措施。 | 市商务局 | |
| 2 | 完善市场准入机制 | 企业服务 | 上线企业服务专区。 | 市司法局 | |
| 3 | 完善市场准入机制 | 信用修复 | 修订企业信用修复办法。 | 市税务局 | |
`;

export function subjectOf(...texts: readonly string[]): Subject {
  const directory = builtInDirectory();
  const documents = texts.map((text, index) => readDocument(new SourceText(text, `${index}.md`), { directory }));
  return makeSubject(documents, directory);
}

/** A finding on the first occurrence of `words` in a text. */
export function findingOn(source: SourceText, words: string, more: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(words);
  if (start < 0) throw new Error(`the text does not hold ${words}`);
  return {
    source,
    start,
    end: start + words.length,
    rule: 'lead-mismatch',
    severity: 'error',
    message: { zh: `${words}有误。`, en: `${words} is wrong.` },
    related: [],
    fixes: [],
    unnecessary: false,
    data: {},
    ...more,
  };
}
