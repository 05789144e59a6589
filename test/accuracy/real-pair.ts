import { readFileSync } from 'node:fs';
import type { Draft, Layout, Line, RowLine } from './draft.ts';

const layout: Layout = {
  name: 'real-2023',
  city: '深圳市',
  short: '深圳',
  year: 2023,
  files: 1,
  headings: 'marked',
  units: 'bare',
  numbering: 'whole',
  domains: true,
  columns: ['number', 'domain', 'task', 'measures', 'lead', 'resp'],
  sectionRows: true,
  mergedDomains: false,
  cellSeparator: '、',
  padded: false,
};

/** What a careful editor would put right in the published pair. */
const corrections: readonly (readonly [string, string])[] = [
  ['市住房城乡建设局', '市住房建设局'],
  ['市人力资源社会保障局', '市人力资源保障局'],
  ['市文化旅游体育局', '市文化广电旅游体育局'],
  ['市市场监管局市港澳办', '市市场监管局、市港澳办'],
  ['提升促竞争助创新服务水平', '提升促竞争、助创新服务水平'],
  ['深圳市创业创新金融服务平台', '深圳市创新创业金融服务平台'],
  ['业务纳入深圳市科技企业税收管理服务', '业务纳入深圳市科技企业税收管理服务平台。'],
  ['建设深圳市科技企业税收管理服务平台。', '建设深圳市科技企业税收管理服务平台。'],
];

/** The published pair of 2023 with its true slips put right: points in one paragraph, one table, no stamps. */
export function realPair(): Draft {
  const text = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
  const lines: Line[] = [];
  let headSeen = false;
  for (const raw of text.split('\n')) {
    const line = correct(raw.trim());
    if (line === '' || /^深圳市燃气集团 2023/.test(line)) continue;
    const read = readLine(line);
    if (read === undefined) {
      const last = lines[lines.length - 1];
      if (last?.kind === 'text' && /^\d+\. /.test(last.text) && !/[)）]$/.test(last.text)) last.text += wide(line);
      continue;
    }
    if (read.kind === 'head') {
      if (headSeen) continue;
      headSeen = true;
    }
    lines.push(read);
  }
  return { layout, lines: lines.map(splitPoint) };
}

function correct(line: string): string {
  let out = line;
  for (const [wrong, right] of corrections) out = out.replaceAll(wrong, right);
  return out.replace(/平台。平台。/, '平台。');
}

function wide(text: string): string {
  return text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/, ?/g, '，')
    .replaceAll(': ', '：')
    .replaceAll(';', '；');
}

function readLine(line: string): Line | undefined {
  const heading = /^#+ *(.*)$/.exec(line)?.[1];
  if (heading !== undefined) {
    const section = /^([一二三四五六七八九十]+)、(.*)$/.exec(heading);
    if (section) return { kind: 'section', number: section[1] ?? '', title: section[2] ?? '' };
    const domain = /^[（(]([一二三四五六七八九十]+)[)）] ?(.*)$/.exec(heading);
    if (domain) return { kind: 'domain', number: domain[1] ?? '', title: domain[2] ?? '' };
    return { kind: 'text', text: line };
  }
  if (line.startsWith('|')) return readRow(line);
  if (/^\d+\. /.test(line)) return { kind: 'text', text: wide(line) };
  return /[。：]$|^深圳市优化|^2023 年|^深营商组/.test(line) && !/[)）]$/.test(line) && isFront(line)
    ? { kind: 'text', text: line }
    : undefined;
}

/** The notice and the preamble; everything else that begins no element goes on with a point. */
const isFront = (line: string): boolean =>
  /^(深营商组|各有关单位：|《深圳市|特此通知|深圳市优化|2023 年|为全面)/.test(line);

function readRow(line: string): Line | undefined {
  if (/^\|-/.test(line)) return undefined;
  const cells = line
    .slice(1, -1)
    .split('|')
    .map((cell) => correct(cell.trim().replaceAll('<br>', '')));
  const section = /^<b>([一二三四五六七八九十]+)、(.*)<\/b>$/.exec(cells[0] ?? '');
  if (section) return { kind: 'sectionRow', number: section[1] ?? '', title: section[2] ?? '' };
  if (cells[0] === '序号') return { kind: 'head', cells };
  const [number = '', domain = '', task = '', measures = '', lead = '', resp = ''] = cells;
  const row: RowLine = { kind: 'row', number, domain, task, measures, lead, resp, deadline: '' };
  return row;
}

function splitPoint(line: Line): Line {
  if (line.kind !== 'text') return line;
  const found = /^(\d+)\. (.*)（([^（）]*(?:（[^（）]*）[^（）]*)?)）$/.exec(line.text);
  if (!found) return line;
  const [, number = '', body = '', lead = ''] = found;
  return { kind: 'point', number, body: body.replace(/日日。$/, '日。'), lead, resp: '', deadline: '' };
}
