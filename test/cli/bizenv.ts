import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Output } from '#server/cli/environment.ts';

/** What one run of the command line did. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Buffer | string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** A folder within. */
  readonly cwd?: string;
}

class Written implements Output {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number | undefined;

  constructor({ isTTY = false, columns }: RunOptions) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): void {
    this.text += text;
  }
}

/** A real folder for one test, outside any repository, in which the command line is run without a process. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'bizenv-test-'));

  write(name: string, content: string | Buffer, mode?: number): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    if (mode !== undefined) chmodSync(path, mode);
    return path;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  async run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    const stdout = new Written(options);
    const stderr = new Written(options);
    const readStdin = async () => Buffer.from(options.stdin ?? '');
    // Imported as commands are: mocha requires test files, and required modules are not the same as imported ones.
    const { main } = await import('#server/cli/main.ts');
    const code = await main(args, {
      cwd: join(this.path, options.cwd ?? ''),
      env: options.env ?? {},
      stdout,
      stderr,
      readStdin,
    });
    return { code, stdout: stdout.text, stderr: stderr.text };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A folder that is made anew for each test of the surrounding `describe`. */
export function folderForEach(): () => Folder {
  let folder: Folder | undefined;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder?.remove());
  return () => {
    if (folder === undefined) throw new Error('the folder exists only while a test runs');
    return folder;
  };
}

const tasks = [
  { domain: '完善市场准入机制', task: '市场准入', text: '出台市场准入便利化措施。', unit: '市商务局' },
  { domain: '完善市场准入机制', task: '企业服务', text: '上线企业服务专区。', unit: '市司法局' },
  { domain: '完善市场准入机制', task: '信用修复', text: '修订企业信用修复办法。', unit: '市财政局' },
];

const pointLines = tasks.map(({ text, unit }, index) => `${index + 1}. ${text}（${unit}）`);
const rowLines = tasks.map(
  ({ domain, task, text, unit }, index) => `| ${index + 1} | ${domain} | ${task} | ${text} | ${unit} | |`,
);

/** Work points without a mistake. */
export const points = [
  '# 云州市2026年优化营商环境工作要点',
  '## 一、优化市场准入环境',
  '### （一）完善市场准入机制',
  ...pointLines,
]
  .join('\n\n')
  .concat('\n');

/** The task list of the same tasks. */
export const list = [
  '# 云州市2026年优化营商环境重点任务清单',
  '',
  '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |',
  '| --- | --- | --- | --- | --- | --- |',
  ...rowLines,
  '',
].join('\n');

/** Both parts in one file, without a mistake. */
export const pair = `${points}\n${list}`;

/** One `lead-mismatch`, in the second task: the point and its row name different leads. */
export const mismatched = pair.replace('（市司法局）', '（市教育局）');

/** One safe finding: `document-number`. */
export const fixable = pair.replace('## 一、', '云政办发[2026]1号\n\n## 一、');

/** The shape of `--format json`, as far as tests look at it. */
export interface Json {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly year: number | null;
    readonly findings: readonly JsonFinding[];
  }[];
  readonly summary: Readonly<Record<'files' | 'errors' | 'warnings' | 'infos' | 'fixable', number>>;
}

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: JsonPlace;
  readonly end: JsonPlace;
  readonly fix?: {
    readonly safe: boolean;
    readonly title: string;
    readonly edits: readonly {
      readonly path?: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  };
  readonly related?: readonly { readonly path: string; readonly start: JsonPlace; readonly message: string }[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export function parseJson(run: Run): Json {
  return JSON.parse(run.stdout);
}

/** The ids of the rules that reported, in order. */
export function rulesOf(run: Run): readonly string[] {
  return parseJson(run).files.flatMap((file) => file.findings.map((finding) => finding.rule));
}
