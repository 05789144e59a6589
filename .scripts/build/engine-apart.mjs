// Of the command line the engine is a script of its own, which a run whose results are all known does not load.

/**
 * Modules of the engine that the program has a copy of: small ones without a state, which every run uses. A value of their
 * classes may come from either copy.
 */
const inBoth = new Set(['rules/ids', 'text/longest-text', 'text/nearest-word', 'text/source-text']);
const builtIn = /[\\/]directories[\\/]built-in\.ts$/;

/**
 * For the program: what it takes of the engine stays outside, and is asked for by name.
 * @param wanted the set that the names are put into.
 */
export function engineApart(wanted) {
  return {
    name: 'engine-apart',
    setup({ onResolve }) {
      const apart = (name) => {
        wanted.add(name);
        return { path: name, external: true };
      };
      onResolve({ filter: /^#shared\// }, ({ path }) =>
        inBoth.has(path.slice('#shared/'.length, -'.ts'.length)) ? undefined : apart(path),
      );
      // The directories that come with the tool: large, and of use to the engine alone.
      onResolve({ filter: builtIn }, () => apart('#server/directories/built-in.ts'));
    },
  };
}

/** For the engine: an entry that gives each of these modules when it is asked for it. */
export function engineEntry(names, root) {
  const modules = [...names].sort().map((name) => `exports[${JSON.stringify(name)}] = () => require('${name}');`);
  return { contents: modules.join('\n'), resolveDir: root, sourcefile: 'engine.js', loader: 'js' };
}
