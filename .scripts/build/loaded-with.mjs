/**
 * A file and all that it imports at once: what must be read before it does anything.
 * @param files the inputs or the outputs of one of esbuild's metafiles.
 */
export function loadedWith(path, files, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: other, kind } of files[path].imports)
    if (kind === 'import-statement' && other in files) loadedWith(other, files, seen);
  return seen;
}
