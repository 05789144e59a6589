import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { createDirectory } from '#shared/units/create-directory.ts';
import type { DirectoryFile } from '#shared/units/directory-file.ts';

const directory = builtInDirectory();
const bodyOf = (name: string) => {
  const identified = directory.identify(name, 2023);
  return identified.kind === 'common' ? [identified.level, identified.body] : identified.kind;
};

describe('identifying a name', () => {
  it('compares in normal form: width, white space and traditional characters do not matter', () => {
    for (const name of ['市 住房\n建设局', '市住房建設局', '各區（新區）', '各区(新区)'])
      assert.notEqual(directory.identify(name, 2023).kind, 'unknown', name);
  });

  it('knows the bodies that every place has, at any level', () => {
    const cases: readonly [string, string, string][] = [
      ['海口市市场监管局', '海口市', '市场监管'],
      ['市市场监督管理局海口', '', ''],
      ['区市场局', '区', '市场监管'],
      ['云南省楚雄彝族自治州发改委', '云南省楚雄彝族自治州', '发展改革'],
      ['州发改委', '州', '发展改革'],
      ['自治区党委编办', '自治区', '编办'],
      ['省委网信办', '省', '网信办'],
      ['市人民政府办公室', '市', '政府办公室'],
      ['国家发展改革委', '国家', '发展改革'],
      ['市场监管总局', '国家', '市场监管'],
      ['国务院国资委', '国家', '国资'],
      ['县公安局交警大队', '县', '交警'],
      ['海口海关', '海口', '海关'],
      ['广东省税务局', '广东省', '税务'],
      ['国家税务总局海口市税务局', '海口市', '税务'],
      ['中国人民银行济南分行', '济南', '人民银行'],
      ['国网福建电力有限公司', '', ''],
      ['国网厦门供电公司', '厦门', '供电'],
      ['中国铁路南宁局', '南宁', '铁路'],
    ];
    for (const [name, level, body] of cases) if (body !== '') assert.deepEqual(bodyOf(name), [level, body], name);
  });

  it('gives usual variants of one body at one level the same key, and other levels and bodies another', () => {
    const same = ['市住建局', '市住房城乡建设局', '市住房和城乡建设局', '市住建委'].map((name) =>
      elsewhere.keyOf(name),
    );
    assert.equal(new Set(same).size, 1);
    const other = [
      '省住建厅',
      '区住建局',
      '市建设局',
      '市住房局',
      '市体育局',
      '市文体局',
      '福田区教育局',
      '南山区教育局',
    ];
    assert.equal(new Set([...other, '市住建局'].map((name) => elsewhere.keyOf(name))).size, other.length + 1);
  });

  it('knows places and their governments as units', () => {
    for (const name of [
      '龙华区',
      '福田区政府',
      '易县人民政府',
      'XX县人民政府',
      '高新区管委会',
      '西咸新区管委会',
      '海口市龙华区',
    ])
      assert.notEqual(directory.identify(name, 2023).kind, 'unknown', name);
    assert.equal(elsewhere.keyOf('西咸新区'), elsewhere.keyOf('西咸新区管委会'));
    assert.notEqual(elsewhere.keyOf('福田区政府'), elsewhere.keyOf('南山区政府'));
  });

  it('knows a second name in brackets as the same unit', () => {
    assert.equal(elsewhere.keyOf('市交通委（市道运局）'), elsewhere.keyOf('市交通委'));
  });

  it('does not know a doubled level, a run-together pair or an ordinary word', () => {
    for (const name of ['市市教育局', '市行政审批局市司法局', '技术', '', '市', '示范区', '贫困山区'])
      assert.equal(directory.identify(name, 2023).kind, 'unknown', name);
  });

  it('never throws and always answers alike, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.deepEqual(directory.identify(text, 2023), directory.identify(text, 2023));
        assert.equal(typeof directory.keyOf(text), 'string');
        directory.nearest(text, 2023, 3);
        directory.split(text);
        directory.prefixFor(text, text);
        directory.looksLikeUnit(text);
      }),
    );
  });
});

const elsewhere = builtInDirectory().forPlace('海口市');

describe('a directory of several files', () => {
  const haikou: DirectoryFile = {
    places: ['海口市'],
    units: [
      { name: '市发改委', fullName: '海口市发展和改革委员会', kind: '市政府工作部门' },
      { name: '市营商环境建设局', kind: '市政府工作部门' },
    ],
  };
  const all = createDirectory([...layers(), haikou]);

  it('lets a later file replace a unit of the same name', () => {
    const local: DirectoryFile = { units: [{ name: '市教育局', kind: '本地', aliases: ['教局'] }] };
    const layered = createDirectory([...layers(), local]);
    assert.equal(layered.unit('市教育局')?.kind, '本地');
    assert.equal(layered.keyOf('教局'), '市教育局');
    assert.equal(layered.units.filter(({ name }) => name === '市教育局').length, 1);
  });

  it('leaves out the units of other places for a document’s place', () => {
    const local = all.forPlace('海口市');
    const identified = local.identify('市发改委', 2024);
    assert.equal(identified.kind === 'unit' && identified.as, 'name');
    assert.equal(local.identify('市破产事务管理署', 2024).kind, 'unknown');
    assert.deepEqual(local.places, ['海口市']);
    assert.equal(all.forPlace(undefined), all);
    assert.equal(all.forPlace('海口市'), local);
  });

  it('is judged by year where two units have one name one after the other', () => {
    const two = createDirectory([
      {
        units: [
          { name: '甲局', kind: 'k', to: '2024-03', successor: '乙局', aliases: ['旧名办'] },
          { name: '乙局', kind: 'k', from: '2024-03', aliases: ['旧名办'] },
        ],
      },
    ]);
    const name = (year: number) => {
      const identified = two.identify('旧名办', year);
      return identified.kind === 'unit' && identified.unit.name;
    };
    assert.deepEqual([name(2023), name(2025)], ['甲局', '乙局']);
  });

  it('takes keys of the prototype as plain names', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) assert.equal(all.identify(name, 2023).kind, 'unknown');
  });
});

function layers(): readonly DirectoryFile[] {
  return [
    {
      places: ['深圳市'],
      units: [
        { name: '市教育局', kind: '市政府工作部门' },
        { name: '市破产事务管理署', kind: '其他' },
      ],
    },
  ];
}
