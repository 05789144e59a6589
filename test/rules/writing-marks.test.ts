import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDocumentNumbers } from '#shared/rules/support/document-numbers.ts';
import { halfwidthMarks } from '#shared/rules/support/halfwidth.ts';
import { lonelyMarks } from '#shared/rules/support/marks.ts';
import { pageArtifact } from '#shared/rules/support/page-artifacts.ts';
import { findPlaceholders } from '#shared/rules/support/placeholders.ts';
import { sentenceEnd } from '#shared/rules/support/sentence-end.ts';
import { runs } from '../runs.ts';

/** Texts made of the characters that the rules look at. */
const hostile = fc
  .array(fc.constantFrom(...'（）()《》“”〔〕【】,;:?!，。、1２0年号第XX×待定TODO_ \n市深告令a。-—/'.split('')), {
    maxLength: 60,
  })
  .map((characters) => characters.join(''));

function widened(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, fullWidth } of halfwidthMarks(text)) {
    result += text.slice(at, start) + fullWidth;
    at = end;
  }
  return result + text.slice(at);
}

describe('half-width marks', () => {
  for (const [text, expected] of [
    ['制定方案,完善机制;（一)提升(试行)服务', '制定方案，完善机制；（一）提升（试行）服务'],
    ['商会调解制度体系, 构建模式', '商会调解制度体系，构建模式'],
    ['UNPRI(联合国责任投资原则)等', 'UNPRI（联合国责任投资原则）等'],
    ['中新(深圳)AEO(经认证的经营者)互认', '中新（深圳）AEO（经认证的经营者）互认'],
    ['支持APP, 推广', '支持APP，推广'],
  ] as const)
    it(`become full-width in ${text}`, () => assert.equal(widened(text), expected));

  for (const text of [
    '惠及1,000家企业,'.slice(0, -1),
    '每日10:30开始，配比3:1',
    '见 https://www.gov.cn/a,b?c=1;d 网站',
    '邮箱 a.b@sz.gov.cn 受理',
    '1)清理限制；a)规范评审',
    '落实国办发(2019)8号文件',
    'Smith, John (Shenzhen): yes!',
  ])
    it(`are left alone in ${text}`, () => assert.equal(widened(text), text));

  it('are gone once they are made full-width, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = widened(text);
        assert.equal(widened(once), once);
      }),
    );
  });
});

describe('document numbers', () => {
  for (const [text, standard] of [
    ['深营商组[2023]1号', '〔2023〕1号'],
    ['深营商组（2023）1号', '〔2023〕1号'],
    ['深营商组【2023】第 01 号', '〔2023〕1号'],
    ['深营商组〔23〕1号', '〔2023〕1号'],
    ['国发〔98〕12号', '〔1998〕12号'],
    ['深营商组〔2023年〕1号', '〔2023〕1号'],
    ['深营商组〔2023)1号', '〔2023〕1号'],
    ['深营商组2023〕1号', '〔2023〕1号'],
    ['深营商组2023年1号', '〔2023〕1号'],
    ['令（2021）第3号', '〔2021〕第3号'],
  ] as const)
    it(`are put right in ${text}`, () => {
      const [found] = findDocumentNumbers(text);
      assert.ok((found?.problems.length ?? 0) > 0);
      assert.equal(found?.standard, standard);
    });

  for (const text of [
    '深营商组〔2023〕1号',
    '深营商组〔２０２３〕１号',
    '深营商组 〔2023〕 1 号',
    '国家发展改革委令〔2021〕第3号',
    '财政部 税务总局公告2023年第1号',
    '国务院令第722号',
    '推进（2023）1号地块和2号线建设',
    '（2023）粤03破12号',
    '目标（2023年）和3号码头',
    '会议纪要（2023）第1次',
  ])
    it(`are right, or none, in ${text}`, () =>
      assert.deepEqual(
        findDocumentNumbers(text).flatMap(({ problems }) => problems),
        [],
      ));
});

describe('placeholders', () => {
  for (const [text, found] of [
    ['新增XX家', 'XX'],
    ['于××月××日前完成', '××月××日'],
    ['20XX年完成', '20XX年'],
    ['深营商组〔2024〕X号', 'X'],
    ['责任单位待定', '待定'],
    ['（待补充）', '（待补充）'],
    ['压缩【百分比】以上', '【百分比】'],
    ['TODO：补充数据', 'TODO'],
    ['市XX局', 'XX'],
    ['完成____项', '____'],
    ['《深圳市XX管理办法》', 'XX'],
  ] as const)
    it(`are found in ${text}`, () =>
      assert.deepEqual(
        findPlaceholders(text).map(({ start, end }) => text.slice(start, end)),
        [found],
      ));

  for (const text of [
    '防范XXE、XXL攻击',
    '尺寸3×4米、5××3',
    '推行“XX一件事”改革',
    '等待定期检查，优待定点机构',
    '有待补充完善，待确认后办理',
    '【牵头单位：市商务局】',
    '【工作目标】提升服务',
    '完成改造。【市商务局、市水务局】',
    '深营商组【2023】1号',
    '推广X光机、X射线检测',
  ])
    it(`are not seen in ${text}`, () => assert.deepEqual(findPlaceholders(text), []));
});

describe('paired marks', () => {
  for (const [text, mark, problem] of [
    ['修订《办法，推行', '《', 'unclosed'],
    ['修订办法》，推行', '》', 'unopened'],
    ['推行“一照多址“改革', '“', 'reversed'],
    ['推行”一照多址”改革', '”', 'reversed'],
    ['推行”一照多址“改革', '”', 'reversed'],
    ['修订《办法〉，推行', '《', 'mismatch'],
    ['公平竞争。（市财政局', '（', 'unclosed'],
    ['公平竞争。市财政局）', '）', 'unopened'],
    ['公平竞争。（市财政局〕', '（', 'mismatch'],
    ['“《办法”》', '《', 'mismatch'],
  ] as const)
    it(`lack one in ${text}`, () =>
      assert.deepEqual(
        lonelyMarks(text).map((found) => [found.mark, found.problem]),
        [[mark, problem]],
      ));

  for (const text of [
    '外国人才（A类)工作许可',
    '《关于印发〈办法〉的通知》（试行）',
    '1）清理；2)规范；①）公开；a)评审',
    '深营商组〔2023)1号',
    '“‘五放’改革”',
  ])
    it(`are whole in ${text}`, () => assert.deepEqual(lonelyMarks(text), []));
});

describe('lines left over from printing', () => {
  for (const [text, kind] of [
    ['— 3 —', 'page-number'],
    ['- 12 -', 'page-number'],
    ['一 3 一', 'page-number'],
    ['第 3 页 共 12 页', 'page-number'],
    ['3 / 12', 'page-number'],
    ['17', 'page-number'],
    ['Page 3 of 12', 'page-number'],
    ['深圳市燃气集团 2023-02-28', 'stamp'],
    ['深圳市燃气集团 2023-02-28 09:54:59', 'stamp'],
    ['2023/3/1 10:22', 'print-time'],
    ['打印时间：2023-03-01', 'print-time'],
    ['https://www.sz.gov.cn/a.html', 'address'],
  ] as const)
    it(`are known: ${text}`, () => assert.equal(pageArtifact(text), kind));

  for (const text of [
    '2023年2月26日',
    '2023',
    '深圳市优化营商环境改革工作领导小组 2023年2月26日',
    '附件1',
    '（此件公开发布）',
    '联系人：张三，电话：12345',
    '深圳市人民政府办公厅2023年3月1日印发',
    '12. 推进改革',
    '一、3',
  ])
    it(`are not seen in ${text}`, () => assert.equal(pageArtifact(text), undefined));
});

describe('the end of a sentence', () => {
  for (const [text, end] of [
    ['推进改革。', 'stop'],
    ['做到“应减尽减。”', 'stop'],
    ['推进改革。（市商务局）', 'stop'],
    ['推进改革；', 'semicolon'],
    ['推进改革，', 'none'],
    ['推进“放管服”', 'none'],
    ['推进改革（试行）', 'none'],
  ] as const)
    it(`is ${end} in ${text}`, () => assert.equal(sentenceEnd(text), end));
});

it('reads any text without harm', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const spans = [
        ...findDocumentNumbers(text),
        ...findPlaceholders(text),
        ...halfwidthMarks(text),
        ...lonelyMarks(text).map(({ at }) => ({ start: at, end: at + 1 })),
      ];
      for (const { start, end } of spans) assert.ok(start >= 0 && start < end && end <= text.length);
      pageArtifact(text);
      sentenceEnd(text);
    }),
    runs(500),
  );
});
