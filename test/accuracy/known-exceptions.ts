/** A case that is judged otherwise than the list of mistakes says, and why that is accepted. */
export interface KnownException {
  readonly rule: string;
  /** Every one of these words stands in the mistake's name. */
  readonly name: readonly string[];
  readonly pairs?: readonly string[];
  readonly reason: string;
}

const knownExceptions: readonly KnownException[] = [
  {
    rule: 'unit-variant',
    name: ['清单牵头单位', '字（first）'],
    pairs: ['mianyang-cornered'],
    reason: 'a misspelt name and one behind a line break that no directory knows cannot be told apart',
  },
  {
    rule: 'table-columns',
    name: ['缺“序号”列'],
    pairs: ['nantong-narrow'],
    reason: 'layouts without numbers in the table are real',
  },
  {
    rule: 'table-columns',
    name: ['缺“具体举措”列'],
    pairs: ['shenzhen-2025', 'quanzhou-positional', 'nantong-narrow', 'yichang-divided'],
    reason: 'a table of titles alone is a layout',
  },
  {
    rule: 'table-columns',
    name: ['缺“重点任务”列'],
    pairs: ['quanzhou-positional', 'jinhua-titles'],
    reason: 'a table of measures alone is a layout, and one of numbers and units is no task list',
  },
  {
    rule: 'table-columns',
    name: ['缺“牵头单位”列'],
    pairs: ['jinhua-titles', 'nantong-narrow', 'yichang-divided'],
    reason: 'where points name leading and responsible units, 责任单位 alone may hold them all',
  },
  {
    rule: 'term-mismatch',
    name: ['引号内的提法'],
    reason: 'four characters in quotation marks within reworded sentences may be another term',
  },
  {
    rule: 'term-mismatch',
    name: ['清单平台系统名称'],
    pairs: ['real-2023'],
    reason: 'the row names the right one besides',
  },
];

export function exceptionFor(rule: string, name: string, pair: string): KnownException | undefined {
  return knownExceptions.find(
    (known) =>
      known.rule === rule &&
      known.name.every((word) => name.includes(word)) &&
      (known.pairs === undefined || known.pairs.includes(pair)),
  );
}
