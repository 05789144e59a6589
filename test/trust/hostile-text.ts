import { pair } from '../cli/bizenv.ts';

/** What a terminal, a browser, a spreadsheet or a build server would obey, each in its own way. */
export const attacks: readonly string[] = [
  '\u001b[31m红\u001b[2J',
  '\u009b31m红',
  '\u001b]8;;http://evil.example\u0007点\u001b]8;;\u0007',
  '\u009d0;标题\u009c',
  '\u0007\u0008\u007f\u0085\u000b\u000c',
  '\u202e\u2066\u200b\u2028\u2029\u061c\u180e\ufff9\u{e0041}',
  '\ufffe\uffff\u0001\u001f',
  '\ud800x\udc00',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style></title><iframe srcdoc=x>',
  ']]>&lt;&#0;&amp;',
  '[点这里](command:workbench.action.quit)',
  '![图](http://evil.example/x.png)',
  '<a href="javascript:alert(1)">链接</a>',
  'http://evil.example/?a=b',
  'www.evil.example',
  'a@evil.example',
  '`$(reboot)`',
  '::error file=x::假的',
  '%0A::set-output name=a::b',
  '##[error]假的',
  '##vso[task.complete result=Failed;]',
  '=cmd|‘/C calc’!A0',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '__proto__',
  'constructor',
];

/** A pair with one of them wherever a text of a document can reach a report. */
export function hostilePair(attack: string): string {
  return pair
    .replace('# 云州市', `# ${attack}云州市`)
    .replace('一、优化市场准入环境', `一、优化${attack}市场准入环境`)
    .replace('（一）完善', `（一）${attack}完善`)
    .replace('（市司法局）', `（${attack}市司法局、市${attack}局）`)
    .replace('上线企业服务专区。（', `上线企业${attack}服务专区,到2026年13月。（`)
    .replace('| 市商务局 | |', `| ${attack}市商务局 | ${attack} |`)
    .replace('| 企业服务 |', `| ${attack}企业服务 |`)
    .concat(`\n4. ${attack}（市${attack}局）\n`);
}
