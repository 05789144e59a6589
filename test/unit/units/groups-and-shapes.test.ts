import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';

const directory = builtInDirectory();

describe('a phrase that names many units', () => {
  const phrases = [
    '各有关单位',
    '等各有关单位',
    '各区（新区）',
    '市直相关单位',
    '各县市区',
    '县直各有关单位',
    '各乡镇人民政府',
    '区直相关各单位',
    '各街道（功能区）',
    '区政府有关部门',
    '市级相关单位',
    '各区县政府',
    '州直相关单位',
    '各县市人民政府',
    '州直相关行业部门',
    '市级各有关部门',
    '市级各有关部门及各县市区政府',
    '省直有关部门（单位）',
    '各市（州）人民政府',
    '各地级以上市人民政府',
    '省各有关单位',
    '国务院相关部门及各地区',
    '各地区',
    '各行业主管部门',
    '各挂点帮扶单位',
    '市直各行政审批部门',
    '驻海口各银行机构',
    '各县、市、区人民政府',
    '各区、县级市',
    '各相关部门',
    '州级有关部门',
    '各区人民政府',
    '各县（市、区）教育局',
    '其他有关部门',
    '各州、市人民政府',
    '各县〔区〕人民政府',
  ];
  for (const phrase of phrases)
    it(`is read: ${phrase}`, () => {
      assert.equal(directory.identify(phrase, 2023).kind, 'group');
      assert.ok(directory.looksLikeUnit(phrase));
    });

  it('is not read from ordinary words', () => {
    for (const text of [
      '有关',
      '各',
      '部门',
      '单位',
      '各类市场主体',
      '相关政策',
      '各项任务',
      '有关规定',
      '各有关',
      '各市场',
    ])
      assert.notEqual(directory.identify(text, 2023).kind, 'group', text);
  });
});

describe('the shape of a unit’s name', () => {
  for (const text of [
    '市蔬菜办',
    '南昌工业控股集团',
    '市投资服务促进署',
    '区企业服务专班',
    '省电子口岸有限公司',
    '市粮油质检站总站',
  ])
    it(`is seen in ${text}`, () => assert.ok(directory.looksLikeUnit(text)));

  const words =
    '技术 试行 A类 建筑信息模型/城市信息模型 联合国责任投资原则 经认证的经营者 2023年 npm 大厅 政务大厅 一网通办 一窗通办 布局 ' +
    '全市 中心 深圳 公司 税 费 示范区 粤港澳大湾区 园区 信用办 2025 下同 不含税 含分公司 简称专窗 新加坡 优化布局 项目开办 好办 快办 ' +
    '免申即办 年度 月底前 试点 亿元 以下简称中心 人工智能 RCEP 商会调解+司法确认 一照多址 推进会 社会 机会 产业园区 自由贸易试验区';
  for (const word of words.split(' '))
    if (word !== '信用办') it(`is not seen in ${word}`, () => assert.ok(!directory.looksLikeUnit(word)));
});
