import assert from 'node:assert/strict';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { findAll } from './layout-pair.ts';

const rulesOf = (text: string) => findAll(text).map(({ rule }) => rule);

/** What is found after the safe fix of a rule that was not found before. */
function broughtOutBy(rule: string, text: string): readonly string[] {
  const finding = findAll(text).find((found) => found.rule === rule);
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix?.safe, `no safe fix of ${rule}`);
  const before = rulesOf(text);
  return rulesOf(applyEdits(text, fix.edits)).filter((found) => !before.includes(found));
}

const points = (...units: readonly string[]) =>
  `# 临泽市2026年优化营商环境工作要点\n\n${units
    .map((list, index) => `${index + 1}. ${TASKS[index]}${list}\n`)
    .join('\n')}`;

const TASKS = [
  '完善信用修复机制，推行“一口受理”。',
  '规范招标投标活动，公布清理结果。',
  '拓宽企业融资渠道，降低担保费率。',
  '保障重点项目用地，推行“标准地”出让。',
];

describe('a safe fix brings no other finding', () => {
  it('where a half-width semicolon stands inside a unit name of a list that could not be read', () => {
    const text = points(
      '（市发展改革委牵头，市税务局配合）',
      '（市交通运输局牵头，市水利局配合）',
      '（市财政局牵头，市税务局配合）',
      '（市自然资源局牵头，各县（市、区）人;政府配合）各地要压实责任。',
    );
    assert.deepEqual(broughtOutBy('halfwidth-punctuation', text), []);
    assert.ok(rulesOf(text).includes('missing-lead'));
  });
});

describe('a semicolon between leads and those who support them', () => {
  it('is no slip where the word 牵头 behind the leads is torn', () => {
    const text = points(
      '（市发展改革委牵头，市税务局、市财政局、市水利局、市教育局配合）',
      '（市交通运输局牵头，市水利局、市公安局配合）',
      '（市财政局、市教育局牵头，市税务局配合）',
      '（市自然资源局\u0000头；市税务局、市公安局配合）',
    );
    assert.ok(!rulesOf(text).includes('unit-separator'), rulesOf(text).join());
  });
});
