import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Quiet settings, so that nothing but the project's own features is on the screen. */
export const settings = {
  'window.commandCenter': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace",
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.accessibilitySupport': 'off',
  'files.autoSave': 'off',
  'git.enabled': false,
  'github.gitAuthentication': false,
};

/** A folder as an officer would have it: the real pair, a small pair with slips, and a Markdown file that is none of ours. */
export function makeWorkspace(folder: string): void {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  cpSync(join(root, 'seeds/shenzhen-2023.md'), join(folder, 'shenzhen-2023.md'));
  cpSync(join(root, 'client/media/example.zh-cn.md'), join(folder, 'slips.md'));
  cpSync(join(root, 'client/media/example.zh-cn.md'), join(folder, 'saved.md'));
  writeFileSync(
    join(folder, 'ordinary.md'),
    '# Shopping\n\n1. apples, 3 kg\n2. tea\n4. 《红楼梦》\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  );
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings, null, 2));
}

/** Two folders in one window: a directory of its own in the first, and a pair in two files in the second. */
export function makeFolders(folder: string): string {
  const [first, second] = [join(folder, '2024'), join(folder, '2025')];
  for (const made of [first, second]) mkdirSync(made, { recursive: true });
  const slips = readFileSync(join(root, 'client/media/example.zh-cn.md'), 'utf8');
  writeFileSync(join(first, 'slips.md'), slips);
  writeFileSync(join(first, 'bizenv.config.json'), '{ "rules": { "figure-mismatch": "off" } }');
  const cut = slips.lastIndexOf('\n# ') + 1;
  writeFileSync(join(second, '要点.md'), `---\npair: 清单.md\n---\n\n${slips.slice(0, cut)}`);
  writeFileSync(join(second, '清单.md'), slips.slice(cut));
  const path = join(folder, 'drafts.code-workspace');
  writeFileSync(path, JSON.stringify({ folders: [{ path: '2024' }, { path: '2025' }], settings }));
  return path;
}

/** Removes a temporary folder. An editor that is ending may still write into it: what is left is the system's to clear away. */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    console.log(`${path} is left behind (${error instanceof Error ? error.message : String(error)}).`);
  }
}
