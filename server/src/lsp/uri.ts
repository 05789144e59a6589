/** One form for all spellings of a URI: clients differ in what they escape, and in the case of a drive's letter. */
export function uriKey(uri: string): string {
  let decoded = uri;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    // A stray % is left as it is.
  }
  return decoded.replace(/^file:\/\/\/([A-Za-z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}

/** What a file or an unsaved text is called. */
export function nameOf(uri: string): string {
  const key = uriKey(uri);
  return key.slice(key.lastIndexOf('/') + 1).replace(/^untitled:/, '');
}

/** The folder of a file, with its closing slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** A relative path, as a URI; undefined for what is no path. */
export function resolveUri(path: string, base: string): string | undefined {
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), base).href;
  } catch {
    return undefined;
  }
}
