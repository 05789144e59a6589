// One rule is one file, for people. Bundles take the half they need: those that lint have no use for the examples, and the
// pages about rules none for the checks. `documented.ts` leads to the documentation, `all.ts` to what runs; their types say
// so, and nobody can use what his bundle does not have.
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'acorn';
import { transform } from 'esbuild';

const DOCUMENTATION = 'rule-documentation';
const ruleFile = /[\\/]shared[\\/]src[\\/]rules[\\/][^\\/]+\.ts$/;

export function ruleParts() {
  return {
    name: 'rule-parts',
    setup(build) {
      build.onResolve({ filter: /[\\/]documented\.ts$/ }, async (args) => {
        if (args.pluginData?.isSettled || basename(args.importer) === 'all.ts') return undefined;
        const { kind, importer, resolveDir } = args;
        const { path } = await build.resolve(args.path, {
          kind,
          importer,
          resolveDir,
          pluginData: { isSettled: true },
        });
        return { path, namespace: DOCUMENTATION };
      });
      build.onResolve({ filter: /./, namespace: DOCUMENTATION }, async ({ path, importer, kind }) => {
        const resolveDir = dirname(importer);
        const isRule =
          path.startsWith('./') && ruleFile.test(resolve(resolveDir, path)) && !path.endsWith('define-rule.ts');
        if (isRule) return { path: resolve(resolveDir, path), namespace: DOCUMENTATION };
        // What only the checks need must go with them.
        const found = await build.resolve(path, { resolveDir, kind });
        return { ...found, sideEffects: false };
      });
      build.onLoad(
        { filter: ruleFile, namespace: 'file' },
        // What is no rule is left to whoever else has to do with it.
        async ({ path }) => await load(path, ['examples', 'docs.why']),
      );
      build.onLoad(
        { filter: ruleFile, namespace: DOCUMENTATION },
        async ({ path }) => (await load(path, ['check'])) ?? { loader: 'ts', ...(await asItIs(path)) },
      );
    },
  };
}

/** The rule without these properties; undefined where the file holds no rule. */
async function load(path, unwanted) {
  const { contents, resolveDir } = await asItIs(path);
  if (!/^export default defineRule\(/m.test(contents)) return undefined;
  const { code } = await transform(contents, { loader: 'ts', charset: 'utf8', sourcefile: path });
  return { contents: without(unwanted, code, path), loader: 'js', resolveDir };
}

async function asItIs(path) {
  return { contents: await readFile(path, 'utf8'), resolveDir: dirname(path) };
}

/** The code with these properties of the rule blanked out, so that line numbers stay. */
function without(names, code, path) {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const rule = body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration.arguments?.[0];
  let rest = code;
  for (const name of names) {
    const property = name.split('.').reduce((value, key) => propertyOf(value?.value ?? value, key), rule);
    if (property === undefined) throw new Error(`${path}: the rule has no ${name}`);
    const blank = code.slice(property.start, property.end).replace(/[^\n]/g, ' ');
    const end = code[property.end] === ',' ? property.end + 1 : property.end;
    rest = rest.slice(0, property.start) + blank.padEnd(end - property.start) + rest.slice(end);
  }
  return rest;
}

function propertyOf(object, name) {
  return object?.properties.find(({ key }) => key?.name === name);
}
