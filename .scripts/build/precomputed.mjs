// Modules that say what others hold: in a bundle each is its exports as they are, and what it was made from stays out.
import { build as bundle } from 'esbuild';

const precomputed = /[\\/]shared[\\/]src[\\/]rules[\\/]ids\.ts$/;

export function precomputedModules() {
  return {
    name: 'precomputed-modules',
    setup(build) {
      build.onLoad({ filter: precomputed }, async ({ path }) => {
        const { outputFiles } = await bundle({
          entryPoints: [path],
          bundle: true,
          write: false,
          format: 'esm',
          platform: 'node',
          logLevel: 'error',
        });
        const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
        const lines = Object.entries(module).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
        return { contents: lines.join('\n'), loader: 'js' };
      });
    },
  };
}
