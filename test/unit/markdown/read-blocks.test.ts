import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Block } from '#shared/markdown/block.ts';
import { readBlocks } from '#shared/markdown/read-blocks.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../../runs.ts';
import { referenceBlocks, referenceText } from './reference.ts';

function read(text: string): readonly Block[] {
  return readBlocks(new SourceText(text));
}

/** One line a block: `p 文字`, `h2 文字`, `table`, … */
function shapes(text: string): string[] {
  return read(text).map((block) => {
    if (block.kind === 'heading') return `h${block.level} ${block.content.text}`;
    if (block.kind === 'paragraph') return `p ${block.content.text}`;
    return block.kind;
  });
}

describe('reading blocks', () => {
  it('tells headings, paragraphs, tables, code, HTML, rules, pictures and comments apart', () => {
    const text =
      '# 标题\n\n正文\n第二行\n\n| a | b |\n|---|---|\n\n```\n# 代码\n```\n\n<table>\n<tr>\n</table>\n\n---\n\n![章](a.png)\n\n<!-- 注 -->\n';
    assert.deepEqual(shapes(text), ['h1 标题', 'p 正文第二行', 'table', 'code', 'html', 'break', 'image', 'comment']);
  });

  it('agrees with remark on headings, paragraphs and rules of ordinary texts', () => {
    const line = fc.constantFrom(
      '# 甲',
      '## 乙 ##',
      '### ',
      '正文',
      'text',
      '',
      '',
      '***',
      '**粗**字',
      '#tag',
      '\\# 丙',
      '甲\n===',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        const theirs = referenceBlocks(text).map((node) => {
          if (node.type === 'heading') return `h${node.depth} ${referenceText(node.children)}`;
          return node.type === 'paragraph' ? `p ${referenceText(node.children)}` : 'break';
        });
        // Remark keeps soft breaks; between Chinese they are nothing, between ASCII words a space.
        assert.deepEqual(
          shapes(text),
          theirs.map((shape) => shape.replace(/([!-~])\n(?=[!-~])/g, '$1 ').replaceAll('\n', '')),
        );
      }),
      runs(500),
    );
  });

  it('gives each block the lines it stands on', () => {
    const text = '\ufeff  # 标题  \r\n\r\n　　正文\r\n第二行 \r\n\r\n标题\r===\r尾';
    const slices = read(text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(slices, ['  # 标题  ', '　　正文\r\n第二行 ', '标题\r===', '尾']);
  });

  it('maps every character of a paragraph to its place', () => {
    const text = '> 推进**政务**\r\n> 服务 A\r\n> B&amp;C。';
    const [block] = read(text);
    assert.ok(block?.kind === 'paragraph');
    assert.equal(block.content.text, '推进政务服务 A B&C。');
    const at = (word: string) => {
      const from = block.content.text.indexOf(word);
      const { start, end } = block.content.spanOf(from, from + word.length);
      return text.slice(start, end);
    };
    assert.equal(at('政务'), '政务');
    assert.equal(at('务服'), '务**\r\n> 服');
    assert.equal(at('&'), '&amp;');
    assert.equal(at('。'), '。');
  });

  it('reads a heading whose space was forgotten', () => {
    assert.deepEqual(shapes('##一、总体要求\n###（一）目标##\n#1.推进'), [
      'h2 一、总体要求',
      'h3 （一）目标',
      'h1 1.推进',
    ]);
    assert.deepEqual(shapes('#hashtag\n\n####### 七'), ['p #hashtag', 'p ####### 七']);
  });

  it('knows where the mark of a heading stands', () => {
    const text = '  ### （一）甲 ###\n\n乙\n---\n';
    const marks = read(text).map((block) =>
      block.kind === 'heading' ? text.slice(block.marker.start, block.marker.end) : '',
    );
    assert.deepEqual(marks, ['###', '---']);
  });

  it('takes a rule right below a whole sentence for a rule, not for an underline', () => {
    assert.deepEqual(shapes('一、总体要求\n---'), ['h2 一、总体要求']);
    assert.deepEqual(shapes('1. 推进改革。（市商务局）\n---'), ['p 1. 推进改革。（市商务局）', 'break']);
  });

  it('begins a paragraph at each tier mark, whatever Markdown says', () => {
    assert.deepEqual(shapes('一、甲\n（一）乙\n1. 丙，\n丁。\n2．戊\n**3.** 己\n（1）庚\n2）辛'), [
      'p 一、甲',
      'p （一）乙',
      'p 1. 丙，丁。',
      'p 2．戊',
      'p 3. 己',
      'p （1）庚',
      'p 2）辛',
    ]);
  });

  it('does not cut a sentence at a decimal, a year or an enumeration', () => {
    for (const line of ['2.5倍', '1.1 万户', '2023年底前', '3. 5亿元', '三、四线城市', '1、2号线', '100家', '(含)']) {
      assert.equal(read(`达到\n${line}`).length, 1, line);
    }
  });

  it('begins a paragraph at a bullet and at an indent of full-width spaces', () => {
    assert.deepEqual(shapes('甲\n- 乙\n  续\n- [ ] 丙\n　　丁\n* * *\n+ 1. 戊'), [
      'p 甲',
      'p 乙续',
      'p 丙',
      'p 丁',
      'break',
      'p 1. 戊',
    ]);
  });

  it('keeps the numbers of lists as typed', () => {
    assert.deepEqual(shapes('1. 甲\n2. 乙\n4. 丁'), ['p 1. 甲', 'p 2. 乙', 'p 4. 丁']);
  });

  it('reads indented lines as prose', () => {
    assert.deepEqual(shapes('    四格\n\n\t制表\n\n　　全角'), ['p 四格', 'p 制表', 'p 全角']);
  });

  it('reads front matter at the very start only', () => {
    const text = '\ufeff---\r\nyear: 2024\r\npair: b.md\r\n---\r\n# 甲';
    const [block, heading] = read(text);
    assert.ok(block?.kind === 'front-matter');
    assert.equal(text.slice(block.inner.start, block.inner.end), 'year: 2024\r\npair: b.md');
    assert.equal(text.slice(block.span.start, block.span.end), '---\r\nyear: 2024\r\npair: b.md\r\n---');
    assert.equal(heading?.kind, 'heading');
    assert.deepEqual(shapes('---\n\n# 甲\n\n---\n乙'), ['break', 'h1 甲', 'break', 'p 乙']);
    assert.deepEqual(shapes('---\nyear: 2024\n\n乙'), ['break', 'p year: 2024', 'p 乙']);
    assert.deepEqual(shapes('---\n---\n甲'), ['front-matter', 'p 甲']);
  });

  it('reads code to its closing fence, or to the end', () => {
    assert.deepEqual(shapes('````\n```\n| a |\n````\n甲'), ['code', 'p 甲']);
    assert.deepEqual(shapes('~~~ md\n# 甲\n\n乙'), ['code']);
    assert.deepEqual(shapes('> ```\n> 甲\n乙'), ['code', 'p 乙']);
  });

  it('collects comments, wherever they stand', () => {
    const text = '<!-- 一\n二 --> <!--三-->\n正<!--四-->文\n# 题<!--五-->\n<div>\n<table><!--六-->\n<td>\n';
    const comments = read(text).flatMap((block) => ('comments' in block ? block.comments : []));
    assert.deepEqual(
      comments.map((comment) => comment.text),
      [' 一\n二 ', '三', '四', '五', '六'],
    );
    for (const { span, inner, text: inside } of comments) {
      assert.equal(text.slice(inner.start, inner.end), inside);
      assert.equal(text.slice(span.start, span.end), `<!--${inside}-->`);
    }
  });

  it('reads the words behind a comment, and nothing behind one that never closes', () => {
    assert.deepEqual(shapes('<!-- 注 --> 1. 甲\n乙'), ['comment', 'p 1. 甲乙']);
    assert.deepEqual(shapes('甲\n<!-- 注\n\n# 乙'), ['p 甲', 'comment']);
  });

  it('reads the words of centred titles, and leaves raw HTML alone', () => {
    assert.deepEqual(shapes('<center>\n\n<h1 align="center">深圳市工作要点</h1>\n\n</center>'), [
      'html',
      'p 深圳市工作要点',
      'html',
    ]);
    assert.deepEqual(shapes('<script>\n\n1. 甲\n</script>\n乙'), ['html', 'p 乙']);
  });

  it('notes that a whole paragraph is strong', () => {
    const bold = read('**一、甲**\n\n<b>（一）乙</b>\n\n**1.** 丙').map(
      (block) => block.kind === 'paragraph' && block.bold,
    );
    assert.deepEqual(bold, [true, true, false]);
  });

  it('reads the real pair: every heading, point, footer and table of it', () => {
    const text = readFileSync(new URL('../../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
    const blocks = read(text);
    const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length;
    assert.equal(count('table'), (text.match(/^\|[-| ]+\|$/gm) ?? []).length);
    assert.equal(count('heading'), (text.match(/^#/gm) ?? []).length);
    const points = blocks.filter((block) => block.kind === 'paragraph' && /^\d+\. /.test(block.content.text));
    assert.equal(points.length, 100);
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    assert.deepEqual(
      rows.map((row) => row.cells[0]?.content.text).filter((number) => /^\d+$/.test(number ?? '')),
      Array.from({ length: 100 }, (_, i) => String(i + 1)),
    );
    assert.ok(rows.every((row) => row.cells.length === 6));
  });

  it('puts every line that is not blank into exactly one block, in order, on any text', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n',
      '\r\n',
      '\r',
      '市',
      'a',
      ' ',
      '　',
      '#',
      '- ',
      '>',
      '|',
      '|',
      '|---|---|',
      '---',
      '===',
      '```',
      '<!--',
      '-->',
      '<div>',
      '<br>',
      '1. ',
      '一、',
      '（一）',
      '*',
      '[',
      '](',
      '![',
      '&',
      '\\',
      '\0',
      '\ud800',
      '\udc00',
      '\ufeff',
      '**',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { span } of read(text)) {
          assert.ok(at <= span.start && span.start <= span.end && span.end <= text.length);
          assert.equal(text.slice(at, span.start).replace(/[\s>*+-]|\[ \]/g, ''), '');
          at = span.end;
        }
        assert.equal(text.slice(at).replace(/[\s>*+-]/g, ''), '');
      }),
      runs(2_000),
    );
  });

  it('survives what nobody writes: endless lines, nesting, stray marks', () => {
    const many = 20_000;
    for (const text of [
      '市'.repeat(1_000_000),
      '>'.repeat(many),
      '- '.repeat(many),
      '['.repeat(many),
      '![]('.repeat(many),
      '**'.repeat(many),
      '<!--\n'.repeat(many),
      'a<!--\n'.repeat(many),
      '|'.repeat(many),
      '|\n'.repeat(many),
      '# \n'.repeat(many),
      '\0\ud800'.repeat(many),
      '　'.repeat(many),
    ]) {
      const blocks = read(text);
      assert.ok(blocks.length <= many);
    }
  });
});
