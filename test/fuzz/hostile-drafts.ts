/** Drafts of `n` pieces of one kind each, made to find a step whose cost grows faster than the text. */

const HEAD = '# 深圳市2024年优化营商环境工作要点\n\n';
const LIST =
  '# 深圳市2024年优化营商环境重点任务清单\n\n| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |\n|---|---|---|---|---|---|\n';
const chars =
  '推进改革落实政策优化服务提升效率保障公平完善机制建设平台强化监管简化流程压减时限扩大开放促进融合加快创新培育产业';
/** Words that no two numbers share. */
const w = (i: number, n = 12) => {
  let s = '';
  let x = Math.imul(i, 2654435761) >>> 0;
  for (let k = 0; k < n; k++) {
    x = (x * 1103515245 + 12345) >>> 0;
    s += chars[x % chars.length];
  }
  return s;
};
const pt = (i: number, t: string, u = '市商务局') => `${i}. ${t}。（${u}）\n\n`;
const row = (i: number, t: string, u = '市商务局', d = '提升服务水平', r = '市财政局') =>
  `| ${i} | ${d} | ${t.slice(0, 6)} | ${t}。 | ${u} | ${r} |\n`;
const rep = (n: number, f: (i: number) => string) => {
  const a: string[] = [];
  for (let i = 1; i <= n; i++) a.push(f(i));
  return a.join('');
};

export const hostileDrafts: Readonly<Record<string, (n: number) => string>> = {
  'points alone': (n) => HEAD + rep(n, (i) => pt(i, w(i, 20))),
  pairs: (n) => HEAD + rep(n, (i) => pt(i, w(i, 20))) + LIST + rep(n, (i) => row(i, w(i, 20))),
  'many pairs': (n) =>
    rep(Math.ceil(n / 4), (part) => {
      const task = (i: number) => w(4 * part + i, 20);
      return HEAD + rep(4, (i) => pt(i, task(i))) + LIST + rep(4, (i) => row(i, task(i))).concat('\n');
    }),
  'many equal pairs': (n) =>
    rep(
      Math.ceil(n / 4),
      () => HEAD + rep(4, (i) => pt(i, w(i, 20))) + LIST + rep(4, (i) => row(i, w(i, 20))).concat('\n'),
    ),
  'many districts': (n) => {
    const district = (part: number) => {
      const task = (i: number) => w(4 * part + i, 20);
      return (
        HEAD.replace('深圳市', `${w(part, 3)}区`) +
        rep(4, (i) => pt(i, task(i))) +
        (part === 1 ? '' : LIST.replace('深圳市', `${w(part, 3)}区`) + rep(4, (i) => row(i, task(i))).concat('\n'))
      );
    };
    return rep(Math.ceil(n / 4), district);
  },
  'equal rows': (n) => HEAD + pt(1, w(1, 20)) + LIST + rep(n, (i) => row(i, w(1, 20))),
  'equal points+rows': (n) => HEAD + rep(n, (i) => pt(i, w(1, 20))) + LIST + rep(n, (i) => row(i, w(1, 20))),
  'all numbered 1': (n) => HEAD + rep(n, (i) => pt(1, w(i, 20))) + LIST + rep(n, (i) => row(1, w(i, 20))),
  'numbers descending': (n) => HEAD + rep(n, (i) => pt(n - i + 1, w(i, 20))) + LIST + rep(n, (i) => row(i, w(i, 20))),
  'rows reversed': (n) => HEAD + rep(n, (i) => pt(i, w(i, 20))) + LIST + rep(n, (i) => row(i, w(n - i + 1, 20))),
  'no rows match': (n) => HEAD + rep(n, (i) => pt(i, w(i, 20))) + LIST + rep(n, (i) => row(i, w(i + 1000003, 20))),
  'lead mismatch': (n) =>
    HEAD + rep(n, (i) => pt(i, w(i, 20), '市财政局')) + LIST + rep(n, (i) => row(i, w(i, 20), '市商务局')),
  'unknown units': (n) => HEAD + rep(n, (i) => pt(i, w(i, 20), `市${w(i, 3)}局`)),
  retired: (n) => HEAD + rep(n, (i) => pt(i, w(i, 20), '市科技创新委')),
  'one unit list': (n) =>
    HEAD +
    pt(
      1,
      w(1, 20),
      rep(n, (i) => `${i > 1 ? '、' : ''}市${w(i, 3)}局`),
    ) +
    LIST +
    row(
      1,
      w(1, 20),
      rep(n, (i) => `${i > 1 ? '、' : ''}市${w(i, 3)}局`),
    ),
  'same unit list': (n) =>
    LIST +
    row(
      1,
      w(1, 20),
      rep(n, (i) => `${i > 1 ? '、' : ''}市商务局`),
    ),
  'run-together units': (n) =>
    LIST +
    row(
      1,
      w(1, 20),
      rep(n, () => '市商务局市财政局'),
    ),
  sections: (n) => HEAD + rep(n, (i) => `## 一、${w(i, 8)}\n\n${pt(i, w(i, 20))}`),
  'sections both': (n) =>
    HEAD +
    rep(n, (i) => `## 一、${w(i, 8)}\n\n${pt(i, w(i, 20))}`) +
    LIST +
    rep(n, (i) => `| <b>一、${w(i + 9, 8)}</b> | | | | | |\n${row(i, w(i, 20))}`),
  'headings levels': (n) => HEAD + rep(n, (i) => `${'#'.repeat(1 + (i % 6))} （一）${w(i, 8)}\n\n${pt(i, w(i, 20))}`),
  'domains differ': (n) =>
    HEAD +
    rep(n, (i) => `### （一）${w(i, 8)}\n\n${pt(i, w(i, 20))}`) +
    LIST +
    rep(n, (i) => row(i, w(i, 20), '市商务局', w(i + 7, 8))),
  'headings only': (n) => HEAD + rep(n, (i) => `## 一、${w(i, 8)}\n\n`) + pt(1, w(1, 20)),
  directives: (n) =>
    HEAD + rep(n, (_i) => `<!-- bizenv-disable lead-mismatch -->\n\n`) + rep(20, (i) => pt(i, w(i, 20))),
  'disable-task': (n) =>
    rep(n, (i) => `<!-- bizenv-disable-task ${i} lead-mismatch -->\n`) +
    HEAD +
    rep(n, (i) => pt(i, w(i, 20), '市财政局')) +
    LIST +
    rep(n, (i) => row(i, w(i, 20), '市商务局')),
  'next-line': (n) =>
    HEAD + rep(n, (i) => `<!-- bizenv-disable-next-line unknown-unit -->\n${pt(i, w(i, 20), `市${w(i, 3)}局`)}`),
  'one long point': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `${w(i, 9)}，`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `${w(i, 9)}，`),
    ),
  'figures in a point': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `新增${i}家，`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `新增${i + 1}家，`),
    ),
  'deadlines in a point': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `${1 + (i % 12)}月底前${w(i, 4)}，`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `${1 + ((i + 1) % 12)}月底前${w(i, 4)}，`),
    ),
  citations: (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `《${w(i, 8)}》`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `《${w(i, 7)}》`),
    ),
  'terms quoted': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `“${w(i, 8)}”`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `“${w(i, 7)}改”`),
    ),
  'terms platforms': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `建设${w(i, 6)}平台，`),
    ) +
    LIST +
    row(
      1,
      rep(n, (i) => `建设${w(i, 5)}改平台，`),
    ),
  'same quoted': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (_i) => `“一网通办”`),
    ) +
    LIST +
    row(
      1,
      rep(n, (_i) => `“一网同办”`),
    ),
  halfwidth: (n) =>
    HEAD +
    pt(
      1,
      rep(n, (_i) => `改革,`),
    ),
  'halfwidth many': (n) => HEAD + rep(n, (i) => pt(i, `${w(i, 10)},${w(i + 1, 9)}`)),
  'open brackets': (n) => HEAD + pt(1, '（'.repeat(n)),
  'close brackets': (n) => HEAD + pt(1, '）'.repeat(n)),
  'nested brackets': (n) => HEAD + pt(1, `${'（'.repeat(n)}改${'）'.repeat(n)}`),
  'half brackets': (n) => HEAD + pt(1, `中${'('.repeat(n)}`),
  'quotes open': (n) => HEAD + pt(1, '“'.repeat(n)),
  'titles open': (n) => HEAD + pt(1, `${'《'.repeat(n)}改`),
  'md quotes': (n) => `${'>'.repeat(n)} 1. 改革。（市商务局）\n`,
  'md brackets': (n) => HEAD + pt(1, '['.repeat(n)),
  'md links': (n) => HEAD + pt(1, '[a]('.repeat(n)),
  'md images': (n) => HEAD + pt(1, '![a]('.repeat(n)),
  stars: (n) => HEAD + pt(1, '*a **b '.repeat(n)),
  underscores: (n) => HEAD + pt(1, '_a_'.repeat(n)),
  backticks: (n) =>
    HEAD +
    pt(
      1,
      rep(Math.ceil(Math.sqrt(n * 2)), (i) => `${'`'.repeat(i)}a`),
    ),
  lt: (n) => HEAD + pt(1, '<a '.repeat(n)),
  'html open': (n) => HEAD + pt(1, '<b>'.repeat(n)),
  'comments open': (n) => HEAD + pt(1, '<!-- '.repeat(n)),
  entities: (n) => HEAD + pt(1, '&amp'.repeat(n)),
  backslashes: (n) => HEAD + pt(1, '\\'.repeat(n)),
  'breaks cell': (n) =>
    LIST +
    row(
      1,
      rep(n, (i) => `${w(i, 5)}<br>`),
    ),
  'breaks rows': (n) => LIST + rep(n, (i) => row(i, `${w(i, 9)}<br>${w(i + 1, 9)}`)),
  pipes: (n) => `${LIST + '|'.repeat(n)}\n`,
  'wide table': (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n|${'b|'.repeat(n)}\n`,
  'wide list': (n) => `${LIST}|${'b|'.repeat(n)}\n`,
  'many tables': (n) =>
    HEAD +
    rep(n, (i) => pt(i, w(i, 20))) +
    rep(
      n,
      (i) =>
        '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |\n|---|---|---|---|---|---|\n' +
        row(i, w(i, 20)) +
        '\n',
    ),
  delimiters: (n) => rep(n, (_i) => '| a | b |\n|---|---|\n'),
  'loose rows': (n) => LIST + rep(n, (i) => `${row(i, w(i, 20))}\n`),
  'split points': (n) => HEAD + rep(n, (i) => `${i}. ${w(i, 8)}\n\n${w(i + 1, 9)}。（市商务局）\n\n`),
  'one split point': (n) => `${HEAD}1. ${w(1, 8)}${rep(n, (i) => `\n\n${w(i + 1, 9)}`)}。（市商务局）\n`,
  paragraphs: (n) => HEAD + pt(1, w(1, 20)) + rep(n, (i) => `${w(i, 15)}。\n\n`),
  'lines of a paragraph': (n) => HEAD + pt(1, w(1, 20)) + rep(n, (i) => `${w(i, 15)}\n`),
  subitems: (n) => `${HEAD}1. 推进改革。（市商务局）\n\n${rep(n, (i) => `（${i}）${w(i, 9)}。\n\n`)}`,
  'page numbers': (n) => HEAD + rep(n, (i) => `${pt(i, w(i, 20))}— ${i} —\n\n`),
  stamps: (n) => HEAD + pt(1, w(1, 20)) + rep(n, (_i) => '深圳市燃气集团 2023-02-28\n\n'),
  placeholders: (n) => HEAD + rep(n, (i) => pt(i, `${w(i, 9)}XX${w(i, 9)}`)),
  'placeholders one': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `${w(i, 5)}XX`),
    ),
  'doc numbers': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `深府办[2023]${i}号，`),
    ),
  'stale years': (n) => HEAD + rep(n, (i) => pt(i, `2023年底前${w(i, 9)}`)),
  'years one': (n) =>
    HEAD +
    pt(
      1,
      rep(n, (i) => `2023年底前${w(i, 5)}，`),
    ),
  counts: (n) => HEAD + rep(n, (i) => `本要点共${i}项任务。\n\n`) + pt(1, w(1, 20)),
  unfinished: (n) => HEAD + rep(n, (i) => `${i}. ${w(i, 20)}（市商务局）\n\n`),
  'near duplicates': (n) => HEAD + rep(n, (i) => pt(i, w(1, 18) + w(i, 2))),
  titles: (n) => rep(n, (i) => `# 深圳市2024年优化营商环境工作要点\n\n${pt(1, w(i, 20))}`),
  'titles both': (n) =>
    rep(n, (i) => `# 深圳市2024年优化营商环境工作要点\n\n${pt(1, w(i, 20))}${LIST}${row(1, w(i, 20))}\n`),
  'notice titles': (n) =>
    `## 关于印发${rep(n, (_i) => '《深圳市2024年优化营商环境工作要点》')}的通知\n\n${HEAD}${pt(1, w(1, 20))}`,
  'mentions of tasks': (n) => HEAD + rep(n, (i) => pt(2 * i, `见第${i}项${w(i, 9)}`)),
  'empty cells': (n) => LIST + rep(n, (i) => `| ${i} | | | | | |\n`),
  'short rows': (n) => LIST + rep(n, (i) => `| ${i} | a |\n`),
  marks: (n) => HEAD + pt(1, `a${'\u0301'.repeat(n)}`),
  surrogates: (n) => HEAD + pt(1, '\ud83d'.repeat(n)),
  blanks: (n) => HEAD + pt(1, `改${' '.repeat(n)}革`),
  newlines: (n) => HEAD + '\n'.repeat(n) + pt(1, w(1, 9)),
  'blanks cell': (n) => LIST + row(1, `改${' '.repeat(n)}革`),
  tabs: (n) => '\t'.repeat(n) + HEAD,
  'front matter': (n) => `---\n${rep(n, (i) => `a${i}: b\n`)}---\n${HEAD}${pt(1, w(1, 9))}`,
  'front open': (n) => `---\n${rep(n, (i) => `a${i}: b\n`)}`,
  'front blanks': (n) => `---\nyear:${' '.repeat(n)}x\n---\n${HEAD}${pt(1, w(1, 9))}`,
  fence: (n) => rep(n, (_i) => '```\n') + HEAD + pt(1, w(1, 9)),
  setext: (n) => rep(n, (_i) => 'a\n===\n') + HEAD + pt(1, w(1, 9)),
  hashes: (n) => `${'#'.repeat(n)}\n`,
  digits: (n) => HEAD + pt(1, '1'.repeat(n)),
  'chinese digits': (n) => HEAD + pt(1, '一'.repeat(n)),
  'numerals heading': (n) => `## ${'一'.repeat(n)}、改革\n\n${pt(1, w(1, 9))}`,
  'group phrases': (n) => HEAD + pt(1, w(1, 9), '各区'.repeat(n)),
  roles: (n) => HEAD + pt(1, w(1, 9), '市商务局牵头，'.repeat(n)),
  'lists in a point': (n) => `${HEAD}1. ${rep(n, (i) => `${w(i, 8)}。（市商务局）`)}\n`,
  semicolons: (n) => HEAD + pt(1, w(1, 9), '牵头单位：市商务局；'.repeat(n)),
  'responsible labels': (n) => HEAD + rep(n, (i) => `${i}. ${w(i, 20)}。\n\n责任单位：市商务局\n\n`),
  url: (n) => HEAD + pt(1, `http://${'a'.repeat(n)}`),
  mail: (n) => HEAD + pt(1, `${'a'.repeat(n)}@`),
  urls: (n) => HEAD + pt(1, '改https://a.cn,'.repeat(n)),
};
