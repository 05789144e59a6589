import stringWidth from 'string-width';
import { ruleIds } from '#shared/rules/ids.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';
import type { RunStats } from '../cli/lint/stats.ts';
import { counted } from './summary.ts';

const steps: Readonly<Record<string, Localized>> = {
  loading: { zh: '读入文件', en: 'loading files' },
  reading: { zh: '解析文本', en: 'reading texts' },
  pairing: { zh: '要点与清单对应', en: 'pairing' },
};

/** The times of a run: steps in order, rules by time; those of several threads add up. */
export function formatStats({ files, fromCache, threads, total, times }: RunStats, locale: Locale): string {
  const memory = process.resourceUsage().maxRSS / 1024;
  const head =
    locale === 'zh'
      ? `用时 ${total.toFixed(0)} 毫秒，读入文件 ${files} 个，取自缓存 ${fromCache} 组，线程 ${threads} 个，内存峰值 ${memory.toFixed(0)} MB`
      : `${total.toFixed(0)} ms, ${counted(files, 'file')} read, ${counted(fromCache, 'group')} from the cache, ${counted(threads, 'thread')}, ${memory.toFixed(0)} MB at most`;
  const ofRules = ruleIds
    .map((id) => [id, times.get(id) ?? 0] as const)
    .filter(([, time]) => time > 0)
    .sort(([, a], [, b]) => b - a);
  const rows = [
    ...Object.entries(steps).map(([step, name]) => [name[locale], times.get(step) ?? 0] as const),
    ...ofRules,
  ];
  const width = Math.max(...rows.map(([name]) => stringWidth(name)));
  const lines = rows.map(
    ([name, time]) => `  ${name}${' '.repeat(width - stringWidth(name))}  ${time.toFixed(1).padStart(9)} ms`,
  );
  return [head, ...lines].join('\n');
}
