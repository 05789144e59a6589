import type { Refusal } from '#shared/drafting/draft.ts';
import type { DraftRefusal } from '#shared/protocol.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';

export const refusals = {
  failed: { zh: '无法起草，详情见日志。', en: 'The draft could not be made; the log says why.' },
  changed: {
    zh: '上一年的文件已经改动，请重新开始。',
    en: 'Last year’s file has changed meanwhile; please start again.',
  },
  unreadable: { zh: '无法读取，或已在设置中关闭检查：', en: 'Cannot be read, or is switched off in the settings: ' },
  tooMany: { zh: '这里不止一对要点和清单。', en: 'There is more than one pair here.' },
} satisfies Record<string, Localized>;

/** Why there is no draft, and what to do. */
export function refusalOf(why: Refusal, locale: Locale): DraftRefusal {
  const refusal = words(why)[locale];
  return why.kind === 'no-pair' && why.missing !== 'both' ? { refusal, lacks: why.missing } : { refusal };
}

function words(why: Refusal): Localized {
  switch (why.kind) {
    case 'no-pair':
      return noPair[why.missing];
    case 'year-before':
      return {
        zh: `上一年的文件是 ${why.year} 年的，请填 ${why.year + 1} 或以后的年份。`,
        en: `Last year’s file is of ${why.year}; give ${why.year + 1} or a later year.`,
      };
    case 'unknown-numbers':
      return refusals.changed;
    case 'disagree': {
      const named = why.values.join('、');
      return {
        year: { zh: `两个文件的年份不同：${named}。`, en: `The two files are of different years: ${named}.` },
        place: { zh: `两个文件的地区不同：${named}。`, en: `The two files are of different places: ${named}.` },
        parts: {
          zh: '两个文件都有要点，或都有清单，不是一对。',
          en: 'Both files hold the same part: they are no pair.',
        },
      }[why.about];
    }
  }
}

const noPair = {
  'work-points': {
    zh: '文件中只有任务清单，没有工作要点。',
    en: 'The file holds only a task list, and no work points.',
  },
  'task-list': { zh: '文件中只有工作要点，没有任务清单。', en: 'The file holds only work points, and no task list.' },
  both: { zh: '文件中没有成对的要点和清单。', en: 'The file holds no pair of work points and task list.' },
} as const;
