import { mismatched, pair } from './bizenv.ts';

/** A draft whose findings quote words that mean something to XML, Markdown, workflow commands and terminals. */
export const hostile = mismatched
  .replace(
    '上线企业服务专区。（',
    '按《企业<b>&"\'%::服务\u001b[31m专区管理办法》上线@all的[企业](http://x)专区|100%，待定。（',
  )
  .replace('| 上线企业服务专区。', '| 按《企业<b>&"\'%::服务\u001b[31m专区管理方法》上线企业专区。');

/** So many small pairs, each with its own mistakes or none, from a fixed sequence. */
export function manyDrafts(count: number): readonly { readonly name: string; readonly text: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const lead = index % 3 === 0 ? '（市教育局）' : '（市司法局）';
    const text = pair
      .replace('（市司法局）', lead)
      .replace('上线企业服务专区', `上线第${index}个企业服务专区`)
      .replace('## 一、', index % 5 === 0 ? '云政办发[2026]1号\n\n## 一、' : '## 一、');
    return { name: `drafts/${index % 7}/${index}.md`, text };
  });
}
