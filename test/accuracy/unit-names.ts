import type { Layout } from './draft.ts';

/** How a unit is called: in a city without a directory, and in Shenzhen. `{P}` is the city in short. */
const names: Readonly<Record<string, readonly [string, string]>> = {
  fg: ['市发展改革委', '市发展改革委'],
  gx: ['市工业和信息化局', '市工业和信息化局'],
  sw: ['市商务局', '市商务局'],
  jg: ['市市场监管局', '市市场监管局'],
  rs: ['市人力资源社会保障局', '市人力资源保障局'],
  zj: ['市住房城乡建设局', '市住房建设局'],
  zg: ['市自然资源和规划局', '市规划和自然资源局'],
  st: ['市生态环境局', '市生态环境局'],
  js: ['市交通运输局', '市交通运输局'],
  jt: ['市交通运输局', '市交通运输局'],
  sl: ['市水利局', '市水务局'],
  cg: ['市城市管理局', '市城管和综合执法局'],
  kj: ['市科技局', '市科技创新局'],
  jy: ['市教育局', '市教育局'],
  ga: ['市公安局', '市公安局'],
  mz: ['市民政局', '市民政局'],
  sf: ['市司法局', '市司法局'],
  cz: ['市财政局', '市财政局'],
  ws: ['市卫生健康委', '市卫生健康委'],
  wl: ['市文化广电和旅游局', '市文化广电旅游体育局'],
  yj: ['市应急管理局', '市应急管理局'],
  tj: ['市统计局', '市统计局'],
  yb: ['市医保局', '市医保局'],
  gz: ['市国资委', '市国资委'],
  zw: ['市政务服务局', '市政务和数据局'],
  jr: ['市委金融办', '市委金融办'],
  wx: ['市委网信办', '市委网信办'],
  zf: ['市委政法委', '市委政法委'],
  wh: ['市委外办', '市委外办'],
  ss: ['市税务局', '深圳市税务局'],
  fy: ['市中级人民法院', '市中级人民法院'],
  jc: ['市检察院', '市检察院'],
  rh: ['人民银行{P}市分行', '人民银行深圳市分行'],
  jb: ['{P}金融监管分局', '深圳金融监管局'],
  hg: ['{P}海关', '深圳海关'],
  gd: ['国网{P}供电公司', '深圳供电局'],
  hs: ['市水务集团', '市环水集团'],
  rq: ['市燃气集团', '市燃气集团'],
  tx: ['市通信发展办', '市通信管理局'],
  gs: ['市工商联', '市工商联'],
  gh: ['市总工会', '市总工会'],
  yg: ['各有关单位', '各有关单位'],
  d1: ['高新区管委会', '宝安区'],
  qu: ['各县（市、区）', '各区（新区）、深汕特别合作区、市前海管理局'],
};

/** What Shenzhen's units were called in 2023, where that differs. */
const before2024: Readonly<Record<string, string>> = {
  kj: '市科技创新委',
  zw: '市政务服务数据管理局',
  jr: '市地方金融监管局',
  rh: '人民银行深圳市中心支行',
  jb: '深圳银保监局',
};

export function unitName(key: string, layout: Pick<Layout, 'city' | 'short' | 'year'>): string {
  const [elsewhere, shenzhen] = names[key] ?? [key, key];
  if (layout.city === '深圳市') return (layout.year < 2024 ? before2024[key] : undefined) ?? shenzhen;
  return elsewhere.replaceAll('{P}', layout.short);
}
