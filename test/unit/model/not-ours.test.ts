import assert from 'node:assert/strict';
import { read } from './fixtures.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'a README':
    '# My tool\n\n1. Install (npm)\n2. Run it (see docs)\n3. Report bugs (GitHub)\n\n| Option | Owner |\n|---|---|\n| a | b |\n',
  minutes: '# 部门周会纪要\n\n1. 讨论预算（张三）\n\n2. 跟进客户合同（李四、王五）\n\n3. 修复登录问题（市场部）\n',
  'a changelog': '# 更新日志\n\n## 1.2.0\n\n1. 修复表格错位（#123）\n2. 支持深色模式（感谢 @foo）\n',
  'a plan of a company': '# 实施方案\n\n一、准备环境\n\n1. 安装依赖。\n\n2. 编译项目。\n',
  'a price table': '| 序号 | 项目 | 单价 |\n|---|---|---|\n| 1 | 咨询 | 100 |\n',
  'a table of people': '| 任务 | 负责人 | 时间 |\n|---|---|---|\n| 编码 | 张三 | 周五 |\n',
  'an essay': '营商环境是企业发展的土壤。\n\n一、问题\n\n审批环节多。\n\n二、建议\n\n减少环节（如合并窗口）。\n',
  nothing: '',
};

describe('a file that is none of our business', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`reads no part out of ${name}`, () => {
      const document = read(text);
      assert.deepEqual([document.workPoints.length, document.taskLists.length], [0, 0]);
    });
  }
});
