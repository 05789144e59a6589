import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { findUnits } from '#shared/model/find-units.ts';
import { MappedText } from '#shared/text/mapped-text.ts';
import { names } from './fixtures.ts';

function find(text: string, convention: 'all' | 'first' = 'all') {
  return findUnits(MappedText.verbatim(text, 0, text.length), {
    directory: builtInDirectory(),
    convention,
    memo: new WeakMap(),
  });
}

/** A list as printed, and what is read: leads with a star, a deadline behind a bar. */
const LISTS: readonly [printed: string, read: string][] = [
  ['（市前海管理局、市商务局、市市场监管局）', '*市前海管理局 *市商务局 *市市场监管局'],
  ['(市前海管理局、市商务局)', '*市前海管理局 *市商务局'],
  ['（发展改革委、商务部负责）', '发展改革委 商务部'],
  ['（州发改委、州财政局等州级有关部门，各县市人民政府负责）', '州发改委 州财政局 州级有关部门 各县市人民政府'],
  [
    '（责任单位:市行政审批局、住建局、司法局,各市(区)人民政府,医药高新区管委会）',
    '市行政审批局 市住建局 市司法局 各市(区)人民政府 医药高新区管委会',
  ],
  [
    '（责任部门：市住房城乡建设管理委、市交通委（市道运局）、市交警总队）',
    '市住房城乡建设管理委 市交通委(市道运局) 市交警总队',
  ],
  ['（牵头单位：省市场监管局）', '*省市场监管局'],
  ['（牵头单位：市行政审批局；责任单位：市直相关单位，各县市区）', '*市行政审批局 市直相关单位 各县市区'],
  ['（牵头单位:县行政审批局,责任单位:县直各有关单位,各乡镇人民政府）', '*县行政审批局 县直各有关单位 各乡镇人民政府'],
  ['（牵头单位：市委组织部，配合单位：市国资委）', '*市委组织部 市国资委'],
  [
    '（牵头单位：市发改局、市委政研室；各相关部门、镇街（园区）按职责分工负责）',
    '*市发改局 *市委政研室 各相关部门、镇街(园区)',
  ],
  ['（省工业和信息化厅、广电局牵头）', '*省工业和信息化厅 *省广电局'],
  ['（省政务局牵头，省直相关部门及各市州人民政府按职责分工负责）', '*省政务局 省直相关部门 各市州人民政府'],
  [
    '〔省政府办公厅、省委编办、商务厅按职责牵头，省直有关部门（单位）及各市（州）人民政府按职责分工负责〕',
    '*省政府办公厅 *省委编办 *省商务厅 省直有关部门(单位) 各市(州)人民政府',
  ],
  ['（省发展改革委、财政厅牵头；省税务局，各州、市人民政府配合）', '*省发展改革委 *省财政厅 省税务局 各州、市人民政府'],
  ['（省法院、检察院按职责分工负责）', '省法院 省检察院'],
  ['（市场监管总局牵头，各地区、各部门负责）', '*市场监管总局 各地区 各部门'],
  ['（市民政局、区司法局等有关部门）', '*市民政局 *区司法局 *有关部门'],
  ['（市教育局、市公安局等）', '*市教育局 *市公安局'],
  ['（各区、县级市）', '*各区、县级市'],
  ['（市商务局、各县、市、区人民政府）', '*市商务局 *各县、市、区人民政府'],
  [
    '（市规划和自然资源局、市城管和综合执法局、市工业和信息化局）',
    '*市规划和自然资源局 *市城管和综合执法局 *市工业和信息化局',
  ],
  ['（市委宣传部和市文广旅局）', '*市委宣传部 *市文广旅局'],
  ['（市发展改革委会同市财政局负责）', '*市发展改革委 市财政局'],
  ['（市发展改革委，6月底完成）', '*市发展改革委|6月底完成'],
  ['（牵头单位：市商务局；完成时限：2019年）', '*市商务局|2019年'],
  ['（牵头单位：市住建局）（配合单位：市财政局）（完成时限：9月底前）', '*市住建局 市财政局|9月底前'],
  ['（市科技局、市商务局按职责分工负责；市财政局配合）', '*市科技局 *市商务局 市财政局'],
  ['（市税务局）。', '*市税务局'],
  ['（责任单位：市税务局）具体措施：', '市税务局'],
  ['责任单位：市委组织部、市科技局。', '市委组织部 市科技局'],
  ['责任单位:市建设局 时限要求:持续推进', '市建设局|持续推进'],
  ['（市住建局（市人防办）、市财政局）', '*市住建局(市人防办) *市财政局'],
  ['（市住建局、市财政局', '*市住建局 *市财政局'],
  ['市住建局、市财政局）', '*市住建局 *市财政局'],
  ['（市财政居）', '*市财政居'],
  ['（市财政局、市发展改革萎）', '*市财政局 *市发展改革萎'],
];

describe('unit lists in prose', () => {
  for (const [printed, expected] of LISTS) {
    it(`reads ${printed}`, () => {
      const found = find(`推进改革落地见效。${printed}`);
      const deadline = found.deadline === undefined ? '' : `|${found.deadline.text}`;
      assert.equal(names(found.units) + deadline, expected);
      assert.equal(found.text.text, '推进改革落地见效。');
    });
  }

  for (const bracket of [
    '（建筑信息模型/城市信息模型）',
    '（试行）',
    '（A类）',
    '（详见附件1）',
    '（略）',
    '（2023—2025年）',
    '（不含港澳台）',
  ]) {
    it(`takes ${bracket} for words`, () => {
      for (const text of [`推进改革落地见效${bracket}`, `推进改革落地见效${bracket}。`]) {
        assert.equal(find(text).units, undefined);
        assert.equal(find(text).text.text, text);
      }
    });
  }

  it('makes the first the lead where the document says so', () => {
    assert.equal(names(find('推进。（市商务局、市财政局）', 'first').units), '*市商务局 市财政局');
    assert.equal(names(find('推进。（责任单位：市商务局、市财政局）', 'first').units), '*市商务局 市财政局');
    assert.equal(names(find('推进。（市商务局、市财政局牵头）', 'first').units), '*市商务局 *市财政局');
  });

  it('unites the lists behind several sentences, and keeps where each stands', () => {
    const text = '拓展应用（区市场局、区行政服务中心）。减少跑动（区市场局、区大数据中心）。';
    const found = find(text);
    assert.equal(names(found.units), '*区市场局 *区行政服务中心 *区市场局 *区大数据中心');
    assert.equal(found.text.text, '拓展应用。减少跑动。');
    assert.deepEqual(
      found.units?.spans.map(({ start, end }) => text.slice(start, end)),
      ['（区市场局、区行政服务中心）', '（区市场局、区大数据中心）'],
    );
  });

  it('says where each name stands, what parts them, and which prefix was left out', () => {
    const text = '推进。（市行政审批局、住建局，各区政府）';
    const { units } = find(text);
    assert.deepEqual(
      units?.mentions.map(({ text: mention, restoredPrefix }) => [
        text.slice(mention.span.start, mention.span.end),
        restoredPrefix,
      ]),
      [
        ['市行政审批局', undefined],
        ['住建局', '市'],
        ['各区政府', undefined],
      ],
    );
    assert.deepEqual(
      units?.separators.map(({ text: separator }) => separator),
      ['、', '，'],
    );
  });

  it('says whether words of the list name the lead', () => {
    assert.equal(find('推进。（市商务局牵头）').units?.namesLead, true);
    assert.equal(find('推进。（市商务局）').units?.namesLead, false);
    assert.equal(find('推进。（责任单位：市商务局）').units?.namesLead, false);
  });
});
