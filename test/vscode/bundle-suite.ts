import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { root } from './workspace.ts';

/**
 * The suite as one file for each extension host. VS Code takes `*.cjs` for CommonJS, although the package is a module, and in
 * the web extension host adds `.js` to the name.
 */
export async function bundleSuite(outdir: string): Promise<void> {
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    // mocha's file sets `module.exports` for itself.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: ['test/vscode/suite/node.ts', 'test/vscode/suite/folders.ts'],
    outdir,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
  });
  await build({
    ...common,
    entryPoints: ['test/vscode/suite/web.ts'],
    outfile: join(outdir, 'web.cjs.js'),
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis' },
  });
}
