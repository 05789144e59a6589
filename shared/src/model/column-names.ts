/** The names of columns that are so usual that another name one character away is a slip of the pen. */
const USUAL_NAMES = [
  '所属领域',
  '重点任务',
  '具体举措',
  '具体措施',
  '牵头单位',
  '牵头部门',
  '责任单位',
  '责任部门',
  '配合单位',
  '配合部门',
];

/** Names of their own that happen to be one character away from a usual one. */
const OTHER_NAMES = /^(?:重大任务|重要任务|联合单位|联合部门|所在领域|所涉领域|所属区域|结合单位)$/;

/** A bare 单位 beside another column of units says nothing of who leads. */
export function isVagueName(name: string, names: readonly string[]): boolean {
  return /^(?:单位|部门)$/.test(name) && names.some((other) => other !== name && /(?:单位|部门)$/.test(other));
}

/** The usual name that a column's name is a slip of: one character wrong, missing or extra, or two changed places. */
export function nearColumnName(name: string): string | undefined {
  if (USUAL_NAMES.includes(name) || OTHER_NAMES.test(name)) return undefined;
  if (/^序.$/.test(name) && name !== '序号' && name !== '序列' && name !== '序次') return '序号';
  return USUAL_NAMES.find((usual) => isSlip(name, usual));
}

function isSlip(name: string, usual: string): boolean {
  if (Math.abs(name.length - usual.length) > 1) return false;
  let head = 0;
  while (head < name.length && name[head] === usual[head]) head++;
  const [restName, restUsual] = [name.slice(head), usual.slice(head)];
  // An extra character is a slip where it is its neighbour typed twice: 省牵头单位 is a name of its own.
  if (restName.length > restUsual.length) return restName.slice(1) === restUsual && restName[0] === name[head - 1];
  if (restName.length < restUsual.length) return restUsual.slice(1) === restName;
  const swapped = restName.length > 1 && restName[0] === restUsual[1] && restName[1] === restUsual[0];
  return restName.slice(1) === restUsual.slice(1) || (swapped && restName.slice(2) === restUsual.slice(2));
}
